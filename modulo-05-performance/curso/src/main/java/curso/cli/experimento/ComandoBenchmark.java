package curso.cli.experimento;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.GraficoJmh;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.progresso.FalhaDeDisco;
import curso.cli.terminal.Andamento;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Roda os benchmarks JMH de uma aula e desenha o resultado.
@Command(name = "benchmark", description = "Roda os benchmarks JMH da aula; o que vem depois de -- vai para o JMH.")
public final class ComandoBenchmark implements Runnable {

    private static final Duration PRAZO = Duration.ofHours(6);
    /// Para ver a ordem de grandeza em menos de um minuto; um número para citar pede mais forks e iterações.
    private static final Map<String, String> RAPIDO = new LinkedHashMap<>(Map.of("-f", "1", "-wi", "2", "-w", "1s", "-i", "3", "-r", "1s"));
    private static final Set<String> SO_CONSULTA = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");
    private static final Pattern PROGRESSO = Pattern.compile("# Run progress: ([\\d.,]+)% complete, ETA (\\S+)");
    private static final Pattern BENCHMARK = Pattern.compile("# Benchmark: \\S*?\\.(\\w+\\.\\w+)$");

    @Mixin
    private Opcoes opcoes;

    @Option(names = "--perfil", description = "Um gráfico de chama de cada benchmark, com o async-profiler, em .curso/perfis.")
    private boolean perfil;

    @Parameters(index = "0", paramLabel = "AULA", description = "Número ou nome da aula: 03, pool.")
    private String pedida;

    @Parameters(index = "1..*", paramLabel = "FILTRO -- OPCOES",
            description = "Que benchmarks da aula (parte do nome; sem ele, todos) e opções do JMH: soPegar -- -f 3 -prof gc.")
    private List<String> doJmh = new ArrayList<>();

    private final Contexto contexto;

    public ComandoBenchmark(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        var aula = Escolha.aula(contexto.catalogo(), pedida);
        if (aula.benchmarks().isEmpty()) {
            throw Recusa.de("A aula " + aula.numero() + " não tem benchmarks.", "./curso exemplo " + aula.numero() + " roda os experimentos.");
        }
        var exemplos = new Exemplos(contexto);
        try {
            var arquivo = Files.createTempFile("jmh", ".json");
            try {
                rodar(exemplos, aula, arquivo);
            } finally {
                Files.deleteIfExists(arquivo);
            }
        } catch (IOException e) {
            throw Recusa.de("Não consegui guardar o resultado do JMH: " + FalhaDeDisco.motivo(e) + ".", "Confira o espaço e as permissões de " + contexto.relativo(contexto.pasta()) + " e da pasta temporária.", e);
        }
    }

    private void rodar(Exemplos exemplos, Aula aula, Path arquivo) throws IOException {
        var argumentos = argumentos(aula, arquivo);
        if (!perfil) {
            rodar(exemplos, argumentos, arquivo);
            return;
        }
        var pasta = contexto.pasta().resolve("perfis").resolve(aula.numero());
        try (var doBenchmark = PerfilDoBenchmark.preparar(pasta)) {
            argumentos.addAll(doBenchmark.opcoes());
            rodar(exemplos, argumentos, arquivo);
            contexto.tela().paragrafo("", doBenchmark.ondeEstao(contexto.relativo(pasta)));
        }
    }

    private void rodar(Exemplos exemplos, List<String> argumentos, Path arquivo) throws IOException {
        var jvm = new JvmDosExemplos(exemplos.classpath(), "org.openjdk.jmh.Main", argumentos);
        if (opcoes.verboso() || doJmh.stream().anyMatch(SO_CONSULTA::contains)) {
            exigirCerto(jvm.rodarAberta(PRAZO), List.of());
        } else {
            try (var andamento = new Andamento(contexto.tela())) {
                var leitor = new LeitorDoJmh(andamento);
                var termino = jvm.rodar(PRAZO, leitor::ler);
                exigirCerto(termino.codigo(), termino.ultimasLinhas());
            }
        }
        if (Files.size(arquivo) > 0) {
            contexto.tela().linha();
            contexto.tela().saida().print(GraficoJmh.tela(GraficoJmh.ler(arquivo), TelaDeMedicao.de(contexto.tela())));
            contexto.tela().linha();
            contexto.tela().paragrafo("", contexto.tela().pincel().fraco("Uma rodada rápida (" + String.join(" ", rapidas())
                    + ") mostra a ordem de grandeza. Para citar um número: ./curso benchmark " + pedida + " -- -f 3 -wi 5 -i 5"));
        }
    }

    private List<String> argumentos(Aula aula, Path arquivo) {
        var filtros = filtros();
        var daAula = "exemplos\\." + aula.pacote() + "\\.";
        var argumentos = new ArrayList<>(filtros.isEmpty() ? List.of(daAula) : filtros.stream().map(f -> daAula + ".*" + f).toList());
        argumentos.addAll(List.of("-rf", "json", "-rff", arquivo.toString()));
        argumentos.addAll(rapidas());
        argumentos.addAll(doJmh.subList(filtros.size(), doJmh.size()));
        return argumentos;
    }

    /// As palavras antes da primeira opção. Soltas, o JMH as somaria ao padrão da aula, e rodaria todos.
    private List<String> filtros() {
        return doJmh.stream().takeWhile(a -> !a.startsWith("-")).toList();
    }

    /// O que a pessoa escolheu depois de `--` vale no lugar do padrão rápido.
    private List<String> rapidas() {
        var rapidas = new ArrayList<String>();
        RAPIDO.entrySet().stream().sorted(Map.Entry.comparingByKey()).filter(e -> !doJmh.contains(e.getKey()))
                .forEach(e -> rapidas.addAll(List.of(e.getKey(), e.getValue())));
        return rapidas;
    }

    private void exigirCerto(int codigo, List<String> ultimasLinhas) {
        if (ultimasLinhas.stream().anyMatch(l -> l.startsWith("No matching benchmarks"))) {
            throw Recusa.de("Nenhum benchmark da aula tem «" + String.join(" ", filtros()) + "» no nome.",
                    "./curso benchmark " + pedida + " -- -l lista os que há.");
        }
        if (codigo != 0) {
            var ditas = ultimasLinhas.stream().filter(l -> !l.isBlank() && !l.startsWith("\tat "))
                    .map(l -> l.replaceFirst("^Exception in thread \"\\w+\" [\\w.$]+: ", "JMH: ")).toList();
            ditas.stream().skip(Math.max(0, ditas.size() - 5)).forEach(contexto.tela()::aviso);
            throw Recusa.de("O JMH terminou com código " + codigo + ".",
                    "Confira as opções depois de «--» (./curso benchmark " + pedida + " -- -h as lista) ou repita com --verboso.");
        }
    }

    /// Das muitas linhas do JMH mostra só quanto falta e em que benchmark está.
    private static final class LeitorDoJmh {
        private final Andamento andamento;
        private String qual = "";
        private String quanto = "";

        LeitorDoJmh(Andamento andamento) {
            this.andamento = andamento;
        }

        void ler(String linha) {
            var progresso = PROGRESSO.matcher(linha);
            var benchmark = BENCHMARK.matcher(linha);
            if (progresso.find()) {
                quanto = progresso.group(1).replaceFirst("[.,].*", "") + "% · faltam " + progresso.group(2) + " · ";
            } else if (benchmark.find()) {
                qual = benchmark.group(1);
            } else if (!linha.startsWith("Iteration") && !linha.startsWith("# Warmup Iteration")) {
                return;
            }
            andamento.mostrar(quanto + qual + (linha.startsWith("#") ? "" : " · " + linha.strip()));
        }
    }
}
