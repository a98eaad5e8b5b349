package rinha.arena.cli;

import curso.bancada.medicao.EmTerminal;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import curso.bancada.medicao.Tela;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rinha.arena.Encerramento;
import rinha.arena.medida.Jornada;
import rinha.arena.medida.Referencia;
import rinha.arena.orcamento.Orcamento;
import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.Receita;

/// As fases da jornada, medidas uma a uma, numa tabela.
@Command(name = "jornada", description = "Oito sistemas no mesmo orçamento, numa tabela: escrita simples ou em lote, PostgreSQL ou SQLite, balanceador Java ou nginx.")
final class ComandoJornada implements Callable<Integer> {
    @Mixin
    private Comuns comuns;

    @Option(names = "--aquecimento", paramLabel = "TEMPO", defaultValue = "10s", converter = LeitorDeDuracao.class,
            description = "Carga em cada sistema antes da primeira rodada, fora da medida (padrão: ${DEFAULT-VALUE}). Com 1min a JVM já compilou quase tudo.")
    private Duration aquecimento;

    @Option(names = "--rodadas", paramLabel = "N", defaultValue = "3", description = "Rodadas sem limite de taxa para cada sistema (padrão: ${DEFAULT-VALUE}).")
    private int rodadas;

    @Option(names = "--duracao", paramLabel = "TEMPO", defaultValue = "10s", converter = LeitorDeDuracao.class, description = "De cada rodada (padrão: ${DEFAULT-VALUE}).")
    private Duration duracao;

    @Option(names = "--oficial", paramLabel = "TEMPO", defaultValue = "20s", converter = LeitorDeDuracao.class, description = "Da carga na taxa oficial (padrão: ${DEFAULT-VALUE}).")
    private Duration oficial;

    @Option(names = "--conexoes", paramLabel = "N", defaultValue = "32", description = "Clientes ao mesmo tempo (padrão: ${DEFAULT-VALUE}).")
    private int conexoes;

    @Option(names = "--referencia", description = "Grava rinha-final/medicoes/jornada.json e a tabela do README.")
    private boolean referencia;

    @Option(names = "--json", description = "Só o resultado, em JSON.")
    private boolean json;

    private final Console console;

    ComandoJornada(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Limites.conferir(rodadas, conexoes);
        var base = new Receita(2, Receita.Armazenamento.POSTGRES, Receita.Escrita.LOTE, Receita.Balanceador.JAVA, 0, false, Orcamento.DA_RINHA);
        var jornada = new Jornada(new Jornada.Opcoes(aquecimento, rodadas, duracao, oficial, conexoes), base, Oficina.encontrar(), console::andamento).medir()
                .produzidoPor("./curso rinha jornada --aquecimento %ds --rodadas %d --duracao %ds --oficial %ds --conexoes %d".formatted(aquecimento.toSeconds(), rodadas, duracao.toSeconds(), oficial.toSeconds(), conexoes), false);
        console.andamento("");
        mostrar(jornada);
        if (referencia) {
            Encerramento.pararSeComecou();
            var destino = Referencia.em(Oficina.raizDoCurso());
            destino.gravar(jornada);
            console.aviso("Gravei " + destino.json() + " e a tabela de " + destino.readme() + ".");
        }
        return satisfaz(jornada) ? 0 : 1;
    }

    private void mostrar(Resultado jornada) {
        if (json) {
            console.saida().print(ResultadosEmJson.escrever(List.of(jornada)));
        } else {
            console.saida().print(EmTerminal.tela(jornada, new Tela(Math.max(40, console.terminal().largura()), console.terminal().cores(), false), OptionalDouble.empty()));
        }
    }

    /// Uma linha que não se mediu (o nginx que falta) não reprova; um erro ou uma inconsistência, sim.
    private static boolean satisfaz(Resultado jornada) {
        var tabela = jornada.tabelas().getFirst();
        return Stream.of(Jornada.ERROS, Jornada.INCONSISTENCIAS).flatMap(coluna -> tabela.valores(coluna).stream()).allMatch(v -> v.isNaN() || v == 0);
    }
}
