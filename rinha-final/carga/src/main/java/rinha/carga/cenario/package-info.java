/// Cargas prontas: os pedidos da Rinha de Backend e a conferência das respostas.
package rinha.carga.cenario;
