/// O andamento da carga no terminal.
package rinha.carga.tela;
