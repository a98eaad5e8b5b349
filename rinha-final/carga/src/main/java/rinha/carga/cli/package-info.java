/// A linha de comando: opções, resumo e códigos de saída.
package rinha.carga.cli;
