package curso.cli.lancador;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Roda o Maven do curso com o JDK desta JVM: primeiro sem rede, depois com ela; mostra o andamento e guarda o registro.
final class Maven {

    private static final Pattern PEDE_REDE = Pattern.compile("offline mode|has not been downloaded|could not be resolved|Non-resolvable");
    private static final Pattern MODULO = Pattern.compile("\\] Building (.*) 1\\.0 ");

    private final Oficina oficina;
    private final Andamento andamento;
    private final Repositorio repositorio;

    Maven(Oficina oficina, Andamento andamento) {
        this.oficina = oficina;
        this.andamento = andamento;
        repositorio = Repositorio.de(oficina);
    }

    Repositorio repositorio() {
        return repositorio;
    }

    /// Compila um módulo e o que ele usa, e deixa o classpath de cada um em `target/classpath.txt`.
    ///
    /// @param escopo que bibliotecas entram no classpath (`runtime`); vazio para todas
    void executar(String oQue, String modulo, String escopo, String... fase) throws IOException, InterruptedException {
        var registro = oficina.arquivo("maven-" + modulo + ".log");
        if (!andamento.terminal()) {
            System.err.println("Compilando %s (andamento em %s).".formatted(oQue, registro));
        }
        var opcoes = new ArrayList<>(List.of("-pl", ":" + modulo, "-am"));
        opcoes.addAll(List.of(fase));
        opcoes.addAll(List.of("dependency:build-classpath", "-Dmdep.includeScope=" + escopo, "-Dmdep.outputFile=target/classpath.txt"));
        andamento.mostrar("preparando a compilação (" + oQue + ")");
        if (!executarComOuSemRede(registro, opcoes)) {
            throw new FalhaDoMaven(oficina, repositorio, registro).de(oQue);
        }
    }

    private boolean executarComOuSemRede(Path registro, List<String> opcoes) throws IOException, InterruptedException {
        boolean haRepositorio = Files.isDirectory(repositorio.pasta());
        if (haRepositorio && rodar(registro, true, opcoes)) {
            return true;
        }
        return (!haRepositorio || PEDE_REDE.matcher(Files.readString(registro)).find()) && rodar(registro, false, opcoes);
    }

    boolean rodar(Path registro, boolean semRede, List<String> opcoes) throws IOException, InterruptedException {
        var linha = new ArrayList<>(List.of(oficina.raiz().resolve(Oficina.windows() ? "mvnw.cmd" : "mvnw").toString(), "-B"));
        if (semRede) {
            linha.add("-o");
        }
        repositorio.trocado().ifPresent(m2 -> linha.add("-Dmaven.repo.local=" + m2.resolve("repository")));
        linha.addAll(opcoes);
        // Na pasta do curso, e não com -f: os .cmd do Maven tropeçam em «&» e «(» que venham nos argumentos.
        var construtor = new ProcessBuilder(linha).directory(oficina.raiz().toFile()).redirectErrorStream(true);
        construtor.environment().put("JAVA_HOME", System.getProperty("java.home"));
        repositorio.trocado().ifPresent(m2 -> construtor.environment().put("MAVEN_USER_HOME", m2.toString()));
        var processo = construtor.start();
        processo.getOutputStream().close();
        acompanhar(processo, registro);
        int codigo = processo.waitFor();
        andamento.mostrar("");
        return codigo == 0;
    }

    /// Num cano, o Maven escreve na codificação do sistema, e não em UTF-8.
    private void acompanhar(Process processo, Path registro) throws IOException {
        int baixados = 0;
        try (var saida = processo.inputReader(Charset.forName(System.getProperty("native.encoding", "UTF-8")));
                var copia = new PrintWriter(Files.newBufferedWriter(registro), true)) {
            for (var linha = saida.readLine(); linha != null; linha = saida.readLine()) {
                copia.println(linha);
                var modulo = MODULO.matcher(linha);
                if (linha.contains("Downloading from ") && (linha.endsWith(".jar") || linha.endsWith(".zip"))) {
                    andamento.mostrar("baixando bibliotecas (%d): %s".formatted(++baixados, linha.substring(linha.lastIndexOf('/') + 1)));
                } else if (modulo.find()) {
                    andamento.mostrar("compilando " + modulo.group(1));
                }
            }
        }
    }
}
