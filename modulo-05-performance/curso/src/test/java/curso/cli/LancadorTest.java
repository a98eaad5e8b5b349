package curso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@DisplayName("Lançador: acha o JDK pelo arquivo release e constrói uma vez só")
class LancadorTest {

    private static final Path LANCADOR = Path.of("lancador").toAbsolutePath();

    @TempDir
    Path pasta;

    private record Fim(int codigo, String saida) {}

    private Path jdk(String caminho, String versao) throws IOException {
        var home = pasta.resolve(caminho);
        Files.createDirectories(home.resolve("bin"));
        assertThat(Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\n").toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Alguém\"\nJAVA_VERSION=\"" + versao + "\"\n");
        return home;
    }

    private Fim sh(String roteiro, String... ambiente) throws IOException, InterruptedException {
        var processo = iniciar(roteiro, ambiente);
        assertThat(processo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Fim(processo.exitValue(), lerTudo(processo));
    }

    private static String lerTudo(Process processo) {
        try {
            return new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException naoLeu) {
            throw new UncheckedIOException(naoLeu);
        }
    }

    private Process iniciar(String roteiro, String... ambiente) throws IOException {
        var construtor = new ProcessBuilder("sh", "-euc", roteiro).redirectErrorStream(true);
        construtor.environment().keySet().removeAll(List.of("JAVA_HOME", "CURSO_JAVA_HOME", "MVNW_REPOURL"));
        construtor.environment().put("LANCADOR", LANCADOR.toString());
        construtor.environment().put("P", pasta.toString());
        for (int i = 0; i < ambiente.length; i += 2) {
            construtor.environment().put(ambiente[i], ambiente[i + 1]);
        }
        return construtor.start();
    }

    /// As pastas desta máquina ficam fora: só contam as de mentira.
    private Fim achar(String... ambiente) throws IOException, InterruptedException {
        return sh(". \"$LANCADOR/jdk.sh\"; home_do_java_no_path() { :; }; examinar_pastas() { escolher_entre \"$P\"/jvm/*; }; "
                + "achar_jdk; echo \"$jdk $versao\"", ambiente);
    }

    @Test
    @DisplayName("entre os instalados prefere o 25, e aceita um mais novo na falta dele")
    void preferoO25_entreOsInstalados() throws Exception {
        jdk("jvm/a-17", "17.0.15");
        var mais = jdk("jvm/b-26 com espaço", "26");
        assertThat(achar().saida().strip()).isEqualTo(mais + " 26");
        var certo = jdk("jvm/c-25", "25.0.3");
        assertThat(achar().saida().strip()).isEqualTo(certo + " 25.0.3");
    }

    @Test
    @DisplayName("CURSO_JAVA_HOME e JAVA_HOME vêm antes; um JAVA_HOME velho é só ignorado")
    void respeitaAsVariaveis() throws Exception {
        var certo = jdk("jvm/c-25", "25.0.3").toString();
        var outro = jdk("outro", "25.0.1").toString();
        var velho = jdk("velho", "1.8.0_402").toString();
        assertThat(achar("CURSO_JAVA_HOME", outro, "JAVA_HOME", certo).saida()).startsWith(outro);
        assertThat(achar("JAVA_HOME", outro).saida()).startsWith(outro);
        assertThat(achar("JAVA_HOME", velho).saida()).startsWith(certo);
    }

    @Test
    @DisplayName("um CURSO_JAVA_HOME que não serve é recusado, não trocado por outro")
    void recusa_quandoCursoJavaHomeNaoServe() throws Exception {
        jdk("jvm/c-25", "25.0.3");
        var fim = achar("CURSO_JAVA_HOME", jdk("velho", "17.0.15").toString());
        assertThat(fim.codigo()).isEqualTo(2);
        assertThat(fim.saida()).contains("há o Java 17.0.15", "25 ou mais novo");
    }

    @Test
    @DisplayName("o java do PATH que não está num JDK não é executado: o do macOS abriria uma janela")
    void naoExecuta_quandoOJavaDoPathNaoEstaNumJdk() throws Exception {
        var certo = jdk("jvm/c-25", "25.0.3");
        var atalho = jdk("usr", "26");
        Files.delete(atalho.resolve("release"));
        assertThat(Files.writeString(atalho.resolve("bin/java"), "#!/bin/sh\necho x >\"$P/executado\"\necho 'openjdk version \"26\"'\n").toFile().setExecutable(true)).isTrue();
        var fim = sh(". \"$LANCADOR/jdk.sh\"; examinar_pastas() { escolher_entre \"$P\"/jvm/*; }; PATH=$P/usr/bin:$PATH; achar_jdk; echo \"$jdk $versao\"");
        assertThat(fim.saida().strip()).isEqualTo(certo + " 25.0.3");
        assertThat(pasta.resolve("executado")).doesNotExist();
    }

    @Test
    @DisplayName("sem nenhum, lista os que viu e como instalar em cada sistema")
    void explica_quandoNaoHaNenhum() throws Exception {
        var velho = jdk("jvm/a-17", "17.0.15");
        Files.createDirectories(pasta.resolve("jvm/jre-25/bin"));
        Files.writeString(pasta.resolve("jvm/jre-25/release"), "JAVA_VERSION=\"25\"\n");
        var fim = achar();
        assertThat(fim.codigo()).isEqualTo(2);
        assertThat(fim.saida()).contains("17.0.15  " + velho, "Debian", "Fedora", "macOS", "Windows").doesNotContain("jre-25");
    }

    @Test
    @DisplayName("o mvnw usa o JDK que o curso acha, e respeita o JAVA_HOME de quem o define")
    void escolheOJdkDoMaven() throws Exception {
        var achado = jdk("jvm/c-25", "25.0.3").toString();
        var velho = jdk("velho", "17.0.15").toString();
        var mvnw = LANCADOR.resolve("../../../mvnw").normalize();
        var url = Files.readAllLines(mvnw.resolveSibling(".mvn/wrapper/maven-wrapper.properties")).stream()
                .filter(linha -> linha.startsWith("distributionUrl=")).map(linha -> linha.substring(linha.indexOf('=') + 1)).findFirst().orElseThrow();
        var nome = url.substring(url.lastIndexOf('/') + 1).replace("-bin.zip", "");
        var mvn = pasta.resolve("m2/wrapper/dists/" + nome + "/" + Integer.toHexString(url.hashCode()) + "/bin/mvn");
        Files.createDirectories(mvn.getParent());
        assertThat(Files.writeString(mvn, "#!/bin/sh\necho \"maven em ${JAVA_HOME-}\"\n").toFile().setExecutable(true)).isTrue();
        var rodar = "MAVEN_USER_HOME=$P/m2 sh '" + mvnw + "' -v";
        assertThat(sh(rodar, "CURSO_JAVA_HOME", achado).saida().strip()).isEqualTo("maven em " + achado);
        assertThat(sh(rodar, "CURSO_JAVA_HOME", achado, "JAVA_HOME", velho).saida().strip()).isEqualTo("maven em " + velho);
    }

    @Test
    @DisplayName("seis ./curso ao mesmo tempo constroem uma vez, mesmo achando a trava de um que morreu")
    void constroiUmaVez_quandoSeisPedemJuntos() throws Exception {
        var morto = sh("echo $$").saida().strip();
        Files.createDirectories(pasta.resolve("modulo-05-performance/curso/target/lancador"));
        Files.createSymbolicLink(pasta.resolve("modulo-05-performance/curso/target/lancador/trava"), Path.of(morto));
        var roteiro = "raiz=$P lancador=$LANCADOR; . \"$LANCADOR/maven.sh\"; . \"$LANCADOR/construcao.sh\"; "
                + "pronto() { [ -e \"$P/pronto\" ]; }; fazer() { echo x >>\"$P/vezes\"; sleep 1; : >\"$P/pronto\"; }; "
                + "com_trava fazer pronto";
        var todos = new ArrayList<Process>();
        for (int i = 0; i < 6; i++) {
            todos.add(iniciar(roteiro));
        }
        for (var um : todos) {
            assertThat(um.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(um.exitValue())
                    .as(() -> "saída: " + lerTudo(um))
                    .isZero();
        }
        assertThat(pasta.resolve("vezes")).hasContent("x");
        assertThat(Files.isSymbolicLink(pasta.resolve("modulo-05-performance/curso/target/lancador/trava"))).isFalse();
    }

    @Test
    @DisplayName("uma construção só serve ao JDK e ao processador em que foi feita: o cache de partida tem código dele")
    void reconstroi_quandoOProcessadorEOutro() throws Exception {
        var roteiro = "raiz=$P lancador=$LANCADOR jdk=/um/jdk versao=25; . \"$LANCADOR/maven.sh\"; . \"$LANCADOR/construcao.sh\"; "
                + "mkdir -p \"$oficina/v-1\" \"$P/modulo-05-performance/bancada/src/main\" \"$P/modulo-05-performance/curso/src/main\"; "
                + "touch \"$P/pom.xml\" \"$P/modulo-05-performance/bancada/pom.xml\" \"$P/modulo-05-performance/curso/pom.xml\" \"$oficina/base.ok\"; "
                + "echo \"$P/pom.xml\" >\"$oficina/v-1/classpath\"; echo v-1 >\"$oficina/atual\"; ";
        var daqui = "echo \"$jdk $versao $(processador)\" >\"$oficina/v-1/jdk\"; ";
        assertThat(sh(roteiro + daqui + "base_em_dia && echo em dia").saida()).contains("em dia");
        assertThat(sh(roteiro + daqui + "processador() { echo flags : outro; }; base_em_dia || echo refazer").saida()).contains("refazer");
        assertThat(sh(roteiro + daqui + "versao=26; base_em_dia || echo refazer").saida()).contains("refazer");
    }

    @Test
    @DisplayName("uma construção interrompida não deixa trava nem carimbo")
    void naoDeixaRastro_quandoInterrompida() throws Exception {
        var processo = iniciar("raiz=$P lancador=$LANCADOR; . \"$LANCADOR/maven.sh\"; . \"$LANCADOR/construcao.sh\"; "
                + "pronto() { false; }; fazer() { : >\"$oficina/base.inicio\"; echo comecou; sleep 20 & wait; mv \"$oficina/base.inicio\" \"$oficina/base.ok\"; }; "
                + "com_trava fazer pronto");
        assertThat(processo.inputReader().readLine()).isEqualTo("comecou");
        processo.destroy();
        assertThat(processo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var oficina = pasta.resolve("modulo-05-performance/curso/target/lancador");
        assertThat(Files.isSymbolicLink(oficina.resolve("trava"))).isFalse();
        assertThat(oficina.resolve("base.ok")).doesNotExist();
    }

    /// Um Maven de mentira, que responde com o código dado e anota cada chamada.
    private Fim completarMaven(int codigo) throws IOException, InterruptedException {
        Files.createDirectories(pasta.resolve("m2/repository/org/apache/maven/surefire/surefire-junit-platform"));
        Files.createDirectories(pasta.resolve("a/b"));
        assertThat(Files.writeString(pasta.resolve("mvnw"), "#!/bin/sh\necho chamado >>\"$P/chamadas\"\nexit " + codigo + "\n").toFile().setExecutable(true)).isTrue();
        return sh("raiz=$P oficina=$P jdk=$P; for parte in maven semrede construcao; do . \"$LANCADOR/$parte.sh\"; done; oficina=$P; "
                + "touch -t 202001010000 \"$P/pom.xml\" \"$P/a/pom.xml\" \"$P/a/b/pom.xml\"; maven_em_dia || completar_maven; maven_em_dia && echo em dia", "CURSO_M2", pasta.resolve("m2").toString());
    }

    @Test
    @DisplayName("sem rede, avisa que o Maven ficou incompleto, segue, e não insiste a cada ./curso; com rede, completa uma vez")
    void avisaESegue_quandoOMavenNaoSeCompleta() throws Exception {
        assertThat(completarMaven(1)).satisfies(fim -> assertThat(fim.codigo()).isZero())
                .extracting(Fim::saida).asString().contains("O resto do curso funciona", "em dia");
        assertThat(pasta.resolve("maven.ok")).doesNotExist();
        completarMaven(1);
        assertThat(Files.readAllLines(pasta.resolve("chamadas"))).as("sem rede e com ela, e mais nada").hasSize(2);

        Files.delete(pasta.resolve("maven.falhou"));
        assertThat(completarMaven(0).saida()).doesNotContain("Faltam").contains("em dia");
        completarMaven(0);
        assertThat(Files.readAllLines(pasta.resolve("chamadas"))).hasSize(3);
    }
}
