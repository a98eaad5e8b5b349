package curso.cli.experimento;

import curso.bancada.medicao.ExecutarExperimentos;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Recusa;
import curso.cli.terminal.Andamento;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Roda um experimento noutra JVM, mostrando o andamento, e devolve o resultado.
final class Execucao {

    /// Quanto um experimento pode passar da estimativa: uma máquina fraca e ocupada não é um erro.
    private static final int VEZES_A_ESTIMATIVA = 10;
    private static final Duration FOLGA = Duration.ofMinutes(3);
    private static final int LINHAS_DA_FALHA = 3;

    private final Contexto contexto;
    private final Exemplos exemplos;
    private final boolean curto;
    private final boolean verboso;

    Execucao(Contexto contexto, Exemplos exemplos, boolean curto, boolean verboso) {
        this.contexto = contexto;
        this.exemplos = exemplos;
        this.curto = curto;
        this.verboso = verboso;
    }

    Resultado rodar(Ficha ficha) {
        try {
            var arquivo = Files.createTempFile("resultado", ".json");
            try {
                return rodar(ficha, arquivo);
            } finally {
                Files.deleteIfExists(arquivo);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui guardar o resultado: " + e.getMessage(), e);
        }
    }

    private Resultado rodar(Ficha ficha, Path arquivo) throws IOException {
        var jvm = new JvmDosExemplos(exemplos.classpath(), ExecutarExperimentos.class.getName(), argumentos(ficha, arquivo));
        var prazo = ficha.estimativa().multipliedBy(VEZES_A_ESTIMATIVA).plus(FOLGA);
        try (var relogio = new AndamentoComRelogio(ficha)) {
            var termino = jvm.rodar(prazo, relogio::frase);
            if (termino.codigo() != 0) {
                throw falhou(ficha, termino);
            }
        }
        return ResultadosEmJson.ler(arquivo).getFirst();
    }

    private List<String> argumentos(Ficha ficha, Path arquivo) {
        var argumentos = new ArrayList<>(List.of("--aula", ficha.aula(), "--nome", ficha.nome(), "--json", arquivo.toString(), "--sem-cor"));
        if (curto) {
            argumentos.add("--curto");
        }
        if (verboso) {
            argumentos.add("--verboso");
        }
        return argumentos;
    }

    private Recusa falhou(Ficha ficha, JvmDosExemplos.Termino termino) {
        if (verboso) {
            termino.ultimasLinhas().forEach(contexto.tela()::aviso);
        }
        var frase = termino.ultimasLinhas().stream().filter(l -> l.contains("não terminou")).findFirst()
                .map(l -> l.replaceFirst("^.*não terminou: ", ""))
                .orElseGet(() -> oFim(termino));
        return Recusa.de("O experimento " + ficha.nome() + " falhou: " + frase,
                "Repita com --verboso para ver onde; ./curso diagnostico confere os serviços.");
    }

    /// A falha pode ocupar mais de uma linha: a última, sozinha, seria só o próximo passo dela.
    private static String oFim(JvmDosExemplos.Termino termino) {
        var ditas = termino.ultimasLinhas().stream().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("at ")).toList();
        return ditas.isEmpty() ? "a JVM saiu com código " + termino.codigo()
                : String.join(" ", ditas.subList(Math.max(0, ditas.size() - LINHAS_DA_FALHA), ditas.size()));
    }

    /// Mostra o que o experimento diz e há quanto tempo ele roda, contra o previsto.
    private final class AndamentoComRelogio implements AutoCloseable {

        private final Ficha ficha;
        private final long inicio = System.nanoTime();
        private final Andamento linha = new Andamento(contexto.tela());
        private final java.util.concurrent.ScheduledExecutorService tique =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
        private volatile String passo = "";

        AndamentoComRelogio(Ficha ficha) {
            this.ficha = ficha;
            tique.scheduleAtFixedRate(this::mostrar, 0, 500, TimeUnit.MILLISECONDS);
        }

        /// As frases do experimento vêm recuadas; o resto é o resultado, que se lê do arquivo.
        void frase(String linhaDoExperimento) {
            if (linhaDoExperimento.startsWith("  ") && linhaDoExperimento.length() < 200) {
                passo = " · " + linhaDoExperimento.strip();
            }
        }

        private void mostrar() {
            long segundos = (System.nanoTime() - inicio) / 1_000_000_000;
            var previsto = curto ? "" : " de uns " + ficha.estimativa().toSeconds() + " s";
            linha.mostrar(ficha.nome() + " · " + segundos + " s" + previsto + passo);
        }

        @Override
        public void close() {
            tique.shutdownNow();
            linha.close();
        }
    }
}
