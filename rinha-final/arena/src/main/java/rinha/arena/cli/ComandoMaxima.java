package rinha.arena.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rinha.arena.medida.Cargas;
import rinha.arena.medida.Medidor;
import rinha.arena.medida.Rodada;
import rinha.arena.sistema.SistemaNoAr;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Ritmo;

/// Quanto o sistema aguenta, sem limite de taxa.
@Command(name = "maxima", description = "Quanto o sistema aguenta: sem limite de taxa, com as contas conferidas no fim.")
final class ComandoMaxima implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private Comuns comuns;

    @Mixin
    private Alvo alvo;

    @Option(names = "--conexoes", paramLabel = "N", defaultValue = "32", description = "Clientes ao mesmo tempo (padrão: ${DEFAULT-VALUE}).")
    private int conexoes;

    @Option(names = "--duracao", paramLabel = "TEMPO", defaultValue = "15s", converter = LeitorDeDuracao.class, description = "De cada rodada (padrão: ${DEFAULT-VALUE}).")
    private Duration duracao;

    @Option(names = "--rodadas", paramLabel = "N", defaultValue = "3", description = "Quantas rodadas; mostra a mediana e o espalhamento (padrão: ${DEFAULT-VALUE}).")
    private int rodadas;

    @Option(names = "--aquecimento", paramLabel = "TEMPO", defaultValue = "3s", converter = LeitorDeDuracao.class,
            description = "Carga antes da primeira rodada, fora da medida (padrão: ${DEFAULT-VALUE}). Com 2min a JVM já compilou quase tudo.")
    private Duration aquecimento;

    @Option(names = "--json", description = "Só o resultado, em JSON.")
    private boolean json;

    private final Console console;

    ComandoMaxima(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Limites.conferir(rodadas, conexoes);
        return alvo.usar(json ? console.soErros() : console, this::medir);
    }

    private int medir(String url, Optional<SistemaNoAr> sistema) throws InterruptedException {
        Cargas.ensaiar();
        var cargas = new Cargas(url, _ -> null);
        var feitas = new ArrayList<Rodada>();
        try (var medidor = sistema.map(Medidor::abrir).orElse(null)) {
            for (int i = 1; i <= rodadas; i++) {
                console.andamento("rodada %d de %d, %d s com %d conexões".formatted(i, rodadas, duracao.toSeconds(), conexoes));
                feitas.add(cargas.maxima(conexoes, i == 1 ? aquecimento : Cargas.ENTRE_RODADAS, duracao, i));
            }
            console.andamento("");
            if (json) {
                escreverJson(feitas);
            } else {
                mostrar(feitas);
                if (medidor != null) {
                    Gasto.mostrar(medidor, console);
                }
            }
        }
        return feitas.stream().allMatch(Rodada::satisfaz) ? 0 : 1;
    }

    private void mostrar(List<Rodada> feitas) {
        console.linha();
        console.linha(console.titulo("Sem limite de taxa") + console.fraco(" mistura 22:11:1, %d conexões, rodadas de %d s depois de %d s de aquecimento".formatted(conexoes, duracao.toSeconds(), aquecimento.toSeconds())));
        console.linha("  %-8s %10s %10s %10s %10s %8s %16s".formatted("rodada", "req/s", "p50 (ms)", "p99 (ms)", "máx (ms)", "erros", "inconsistências"));
        for (int i = 0; i < feitas.size(); i++) {
            var r = feitas.get(i);
            var l = r.carga().latencias();
            console.linha("  %-8d %10s %10s %10s %10s %8d %16d".formatted(i + 1, Numeros.inteiro(r.carga().vazao()), Numeros.ms(l.p50Ms()), Numeros.ms(l.p99Ms()), Numeros.ms(l.maxMs()), r.erros(), r.inconsistencias()));
        }
        var vazoes = feitas.stream().mapToDouble(r -> r.carga().vazao()).sorted().toArray();
        console.linha("  mediana %s req/s, de %s a %s".formatted(Numeros.inteiro(mediana(vazoes)), Numeros.inteiro(vazoes[0]), Numeros.inteiro(vazoes[vazoes.length - 1])));
        feitas.stream().flatMap(r -> r.carga().gerador().gargalos().stream()).distinct().forEach(g -> console.aviso("Gargalo no gerador: " + g));
        feitas.stream().map(r -> r.carga().gerador().ritmo()).filter(Ritmo::pesa).map(Ritmo::descricao).forEach(console::aviso);
        feitas.stream().map(Rodada::porQueNaoSatisfaz).flatMap(Optional::stream).forEach(console::aviso);
        Contas.mostrar(feitas.getLast(), console);
    }

    private void escreverJson(List<Rodada> feitas) {
        var linhas = feitas.stream().map(r -> Map.of("vazao", r.carga().vazao(), "p50Ms", r.carga().latencias().p50Ms(), "p99Ms", r.carga().latencias().p99Ms(),
                "maxMs", r.carga().latencias().maxMs(), "erros", r.erros(), "inconsistencias", r.inconsistencias(), "geradorFoiOGargalo", r.carga().gerador().foiOGargalo())).toList();
        console.linha(JSON.valueToTree(Map.of("conexoes", conexoes, "segundos", duracao.toSeconds(),
                "mediana", mediana(feitas.stream().mapToDouble(r -> r.carga().vazao()).sorted().toArray()), "rodadas", linhas)).toPrettyString());
    }

    private static double mediana(double[] ordenados) {
        int meio = ordenados.length / 2;
        return ordenados.length % 2 == 1 ? ordenados[meio] : (ordenados[meio - 1] + ordenados[meio]) / 2;
    }
}
