package rinha.arena.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rinha.arena.Recusa;
import rinha.arena.medida.Cargas;
import rinha.arena.medida.Medidor;
import rinha.arena.medida.Rodada;
import rinha.arena.sistema.SistemaNoAr;

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

    @Option(names = "--perfil", description = "No fim, mais uma rodada com o async-profiler nas JVMs: de quem é a CPU, e um gráfico de chama de cada uma.")
    private boolean perfil;

    @Option(names = "--json", description = "Só o resultado, em JSON.")
    private boolean json;

    private final Console console;

    ComandoMaxima(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Limites.conferir(rodadas, conexoes);
        // Antes de subir: ninguém quer saber só no fim que o perfil não dá.
        Optional<RodadaDePerfil> aMais = perfil ? Optional.of(prepararPerfil()) : Optional.empty();
        return alvo.usar(json ? console.soErros() : console, (url, sistema) -> medir(url, sistema, aMais));
    }

    private RodadaDePerfil prepararPerfil() {
        if (alvo.deFora()) {
            throw Recusa.de("--perfil entra nos processos que este comando sobe, e com --url ele não sobe nenhum.", "Tire --url, ou tire --perfil.");
        }
        return RodadaDePerfil.preparar();
    }

    private int medir(String url, Optional<SistemaNoAr> sistema, Optional<RodadaDePerfil> aMais) throws InterruptedException {
        Cargas.ensaiar();
        var cargas = new Cargas(url, _ -> null);
        var feitas = new ArrayList<Rodada>();
        Optional<RodadaDePerfil.Feita<Rodada>> perfilada;
        try (var medidor = sistema.map(Medidor::abrir).orElse(null)) {
            for (int i = 1; i <= rodadas; i++) {
                console.andamento("rodada %d de %d, %d s com %d conexões".formatted(i, rodadas, duracao.toSeconds(), conexoes));
                feitas.add(cargas.maxima(conexoes, i == 1 ? aquecimento : Cargas.ENTRE_RODADAS, duracao, i));
            }
            console.andamento("");
            if (!json) {
                new RodadasNaTela(feitas, conexoes, duracao, aquecimento).mostrar(console);
                if (medidor != null) {
                    Gasto.mostrar(medidor, console);
                }
            }
            perfilada = aMais.isPresent() ? Optional.of(perfilar(aMais.get(), sistema.orElseThrow(), cargas)) : Optional.empty();
        }
        if (json) {
            escreverJson(feitas, perfilada);
        } else {
            perfilada.ifPresent(feita -> PerfilNaTela.mostrar(feita, console));
        }
        return Stream.concat(feitas.stream(), perfilada.map(RodadaDePerfil.Feita::carga).stream()).allMatch(Rodada::satisfaz) ? 0 : 1;
    }

    private RodadaDePerfil.Feita<Rodada> perfilar(RodadaDePerfil aMais, SistemaNoAr sistema, Cargas cargas) throws InterruptedException {
        console.andamento("rodada do perfil, %d s com %d conexões".formatted(duracao.toSeconds(), conexoes));
        try {
            return aMais.fazer(sistema, () -> cargas.maxima(conexoes, Cargas.ENTRE_RODADAS, duracao, rodadas + 1));
        } finally {
            console.andamento("");
        }
    }

    private void escreverJson(List<Rodada> feitas, Optional<RodadaDePerfil.Feita<Rodada>> perfilada) {
        var linhas = feitas.stream().map(r -> Map.of("vazao", r.carga().vazao(), "p50Ms", r.carga().latencias().p50Ms(), "p99Ms", r.carga().latencias().p99Ms(),
                "maxMs", r.carga().latencias().maxMs(), "erros", r.erros(), "inconsistencias", r.inconsistencias(), "geradorFoiOGargalo", r.carga().gerador().foiOGargalo())).toList();
        ObjectNode tudo = JSON.valueToTree(Map.of("conexoes", conexoes, "segundos", duracao.toSeconds(),
                "mediana", new RodadasNaTela(feitas, conexoes, duracao, aquecimento).mediana(), "rodadas", linhas));
        perfilada.ifPresent(feita -> tudo.set("perfis", JSON.valueToTree(feita.perfis())));
        console.linha(tudo.toPrettyString());
    }
}
