/// A linha de comando do avaliador; `./curso rinha avaliar` a monta como subcomando.
package rinha.avaliador.cli;
