package rinha.arena.cli;

import rinha.avaliador.Andamento;
import rinha.avaliador.Regra;
import rinha.avaliador.Situacao;
import rinha.avaliador.Verificacao;
import rinha.avaliador.relatorio.NoTerminal;
import rinha.carga.Plano;
import rinha.carga.medida.Instantaneo;

/// Conta na tela em que regra a avaliação está e, na carga, abre a tela viva.
final class AndamentoNaTela implements Andamento {
    private final Console console;

    AndamentoNaTela(Console console) {
        this.console = console;
    }

    @Override
    public void comecou(Regra regra) {
        if (console.terminal().redesenha()) {
            console.andamento(regra.numero() + " " + regra.titulo());
        }
    }

    @Override
    public void terminou(Verificacao verificacao) {
        if (verificacao.situacao() != Situacao.PASSOU) {
            console.andamento("");
        }
        new NoTerminal(console.saida(), console.terminal()).regra(verificacao, false);
    }

    @Override
    public Tela carga(Plano plano) {
        console.andamento("");
        var viva = new rinha.carga.tela.Tela(plano, console.terminal(), console.saida());
        return new Tela() {
            @Override
            public void accept(Instantaneo instantaneo) {
                viva.accept(instantaneo);
            }

            @Override
            public void close() {
                viva.close();
            }
        };
    }
}
