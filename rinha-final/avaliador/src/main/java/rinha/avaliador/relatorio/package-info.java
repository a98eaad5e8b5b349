/// A avaliação para quem lê: terminal, JSON e uma página HTML.
package rinha.avaliador.relatorio;
