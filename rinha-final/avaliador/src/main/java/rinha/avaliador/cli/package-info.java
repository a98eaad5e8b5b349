/// A linha de comando do avaliador sozinho; `./curso rinha avaliar` tem a sua, que também sobe o sistema.
package rinha.avaliador.cli;
