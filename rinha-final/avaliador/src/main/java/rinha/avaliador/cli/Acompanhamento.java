package rinha.avaliador.cli;

import java.io.PrintStream;
import rinha.avaliador.Andamento;
import rinha.avaliador.Verificacao;
import rinha.avaliador.relatorio.NoTerminal;
import rinha.carga.Plano;
import rinha.carga.medida.Instantaneo;
import rinha.carga.tela.Terminal;

/// Mostra as regras conforme terminam, e a carga enquanto corre.
final class Acompanhamento implements Andamento {

    private final NoTerminal relato;
    private final PrintStream saida;
    private final Terminal terminal;
    private final boolean tudo;

    Acompanhamento(NoTerminal relato, PrintStream saida, Terminal terminal, boolean tudo) {
        this.relato = relato;
        this.saida = saida;
        this.terminal = terminal;
        this.tudo = tudo;
    }

    @Override
    public void terminou(Verificacao v) {
        relato.regra(v, tudo);
    }

    @Override
    public Andamento.Tela carga(Plano plano) {
        rinha.carga.tela.Tela tela = new rinha.carga.tela.Tela(plano, terminal, saida);
        return new Andamento.Tela() {
            @Override
            public void accept(Instantaneo i) {
                tela.accept(i);
            }

            @Override
            public void close() {
                tela.close();
            }
        };
    }
}
