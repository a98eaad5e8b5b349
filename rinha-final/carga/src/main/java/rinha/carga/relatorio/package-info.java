/// Relatórios: JSON para programas, uma página HTML para pessoas.
package rinha.carga.relatorio;
