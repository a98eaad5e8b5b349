/// Evidência determinística no lugar do relógio: conta consultas, bytes, disputas e fixações, força entrelaçamentos,
/// atrasa a rede, lê planos de consulta e mostra onde as threads estão paradas.
package curso.bancada.instrumentos;
