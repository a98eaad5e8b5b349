package curso.cli.lancador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Com um Maven de mentira, que é um roteiro de sh.
@DisabledOnOs(OS.WINDOWS)
@DisplayName("Construir: o que o lançador do Windows faz depois de achar o JDK")
class ConstruirTest {

    private static final FileTime ANTES = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path pasta;
    private Path raiz;
    private Oficina oficina;

    @BeforeEach
    void montar() throws IOException {
        raiz = Files.createDirectories(pasta.resolve("a casa é (x86) & !"));
        Files.createDirectories(pasta.resolve("m2/repository/org/apache/maven/surefire/surefire-junit-platform"));
        oficina = new Oficina(raiz, Map.of("CURSO_M2", pasta.resolve("m2").toString()));
        Files.createDirectories(oficina.pasta());
    }

    private void maven(String diz, int codigo) throws IOException {
        var roteiro = "#!/bin/sh\necho \"$@\" >>'" + pasta + "/chamadas'\nprintf '%s\\n' '" + diz + "'\nexit " + codigo + "\n";
        assertThat(Files.writeString(raiz.resolve("mvnw"), roteiro).toFile().setExecutable(true)).isTrue();
    }

    private List<String> chamadas() throws IOException {
        return Files.readAllLines(pasta.resolve("chamadas"));
    }

    private Path fonte(String nome, String texto) throws IOException {
        var arquivo = raiz.resolve(nome);
        Files.createDirectories(arquivo.getParent());
        Files.writeString(arquivo, texto);
        for (var p = arquivo; !p.equals(raiz); p = p.getParent()) {
            Files.setLastModifiedTime(p, ANTES);
        }
        return arquivo;
    }

    private void executarMaven() throws IOException, InterruptedException {
        new Maven(oficina, new Andamento()).executar("o curso", "curso", "", "compile");
    }

    @Test
    @DisplayName("o Maven roda sem rede, e só vai a ela se faltou biblioteca")
    void vaiARede_quandoFaltaBiblioteca() throws Exception {
        maven("[ERROR] Cannot access central in offline mode", 1);
        assertThatThrownBy(this::executarMaven).isInstanceOf(Desistencia.class);
        assertThat(chamadas()).satisfiesExactly(c -> assertThat(c).startsWith("-B -o "), c -> assertThat(c).doesNotContain(" -o "));

        Files.delete(pasta.resolve("chamadas"));
        maven("[ERROR] /x/Mapa.java:[3,5] cannot find symbol", 1);
        assertThatThrownBy(this::executarMaven).isInstanceOf(Desistencia.class)
                .hasMessageContainingAll("/x/Mapa.java:[3,5] cannot find symbol", "Não consegui compilar o curso", "maven-curso.log");
        assertThat(chamadas()).hasSize(1);
    }

    @Test
    @DisplayName("sem rede na primeira vez, diz que ela faz falta")
    void explica_quandoNaoHaRede() throws Exception {
        maven("[ERROR] Could not transfer artifact x: Unknown host", 1);
        assertThatThrownBy(this::executarMaven).hasMessageContaining("Conecte-se à rede e rode de novo");
        maven("Exception calling \"DownloadFile\" with \"2\" argument(s)", 1);
        assertThatThrownBy(this::executarMaven).hasMessageContaining("Conecte-se à rede e rode de novo");
    }

    @Test
    @DisplayName("sem rede, avisa que o Maven ficou incompleto, segue, e não insiste; com rede, completa uma vez")
    void naoInsiste_quandoOMavenNaoSeCompleta() throws Exception {
        fonte("pom.xml", "");
        var emDia = new EmDia(oficina);
        assertThat(emDia.em(Tarefa.SEM_REDE)).isFalse();
        maven("nada", 1);
        new SemRede(oficina, new Andamento()).completar();
        assertThat(chamadas()).as("sem rede e com ela, e mais nada").hasSize(2);
        assertThat(emDia.em(Tarefa.SEM_REDE)).as("espera antes de tentar de novo").isTrue();

        Files.delete(oficina.arquivo("maven.falhou"));
        maven("nada", 0);
        new SemRede(oficina, new Andamento()).completar();
        assertThat(chamadas()).hasSize(3);
        assertThat(emDia.em(Tarefa.SEM_REDE)).isTrue();
        assertThat(oficina.arquivo("maven.falhou")).doesNotExist();

        Files.setLastModifiedTime(raiz.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(emDia.em(Tarefa.SEM_REDE)).as("um pom mudou").isFalse();
    }

    @Test
    @DisplayName("a rinha usa cópias dos jars, e só se refaz quando uma fonte muda ou um jar some")
    void constroiARinha() throws Exception {
        for (var nome : List.of("pom.xml", "modulo-05-performance/bancada/pom.xml", "modulo-05-performance/bancada/src/main/A.java",
                "rinha-final/pom.xml", "rinha-final/infra/jvm/credito.args", "rinha-final/infra/jvm/balanceador.args",
                "rinha-final/credito/target/credito.jar", "rinha-final/balanceador/target/balanceador.jar", "rinha-final/arena/target/arena-1.0.jar")) {
            fonte(nome, nome);
        }
        for (var modulo : EmDia.MODULOS_DA_RINHA) {
            fonte("rinha-final/" + modulo + "/pom.xml", "");
            fonte("rinha-final/" + modulo + "/src/main/A.java", "");
        }
        var deFora = Files.writeString(pasta.resolve("de-fora.jar"), "");
        var nosso = fonte("modulo-05-performance/bancada/target/bancada-1.0.jar", "");
        fonte("rinha-final/arena/target/classpath.txt", deFora + File.pathSeparator + nosso);
        maven("nada", 0);
        var emDia = new EmDia(oficina);
        assertThat(emDia.em(Tarefa.RINHA)).isFalse();
        new Rinha(oficina, new Andamento()).construir();

        assertThat(emDia.em(Tarefa.RINHA)).isTrue();
        var pronta = oficina.atual("rinha").orElseThrow();
        assertThat(Files.readString(pronta.resolve("classpath")).strip().split(File.pathSeparator)).containsExactly(
                pronta.resolve("bibliotecas/arena-1.0.jar").toString(), deFora.toString(), pronta.resolve("bibliotecas/bancada-1.0.jar").toString());
        assertThat(pronta).isDirectoryContaining("glob:**/credito.jar").isDirectoryContaining("glob:**/balanceador.args");

        var mudada = raiz.resolve("rinha-final/carga/src/main/A.java");
        Files.setLastModifiedTime(mudada, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(emDia.em(Tarefa.RINHA)).as("uma fonte mudou").isFalse();
        Files.setLastModifiedTime(mudada, ANTES);
        assertThat(emDia.em(Tarefa.RINHA)).isTrue();
        Files.delete(deFora);
        assertThat(emDia.em(Tarefa.RINHA)).as("um jar sumiu").isFalse();
    }

    @Test
    @DisplayName("executa do fonte, sem biblioteca nenhuma, e sai com 2 e uma explicação quando o Maven falha")
    void executaDoFonte() throws Exception {
        maven("[ERROR] /x/Mapa.java:[3,5] cannot find symbol", 1);
        var construtor = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Dstderr.encoding=UTF-8", "src/main/java/curso/cli/lancador/Construir.java", raiz.toString(), "mapa").redirectErrorStream(true);
        construtor.environment().put("CURSO_M2", pasta.resolve("m2").toString());
        construtor.environment().keySet().removeAll(List.of("CLASSPATH", "MAVEN_ARGS", "MAVEN_OPTS"));
        var processo = construtor.start();
        var saida = new String(processo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(processo.waitFor()).as(saida).isEqualTo(2);
        assertThat(saida).contains("Não consegui compilar o curso").doesNotContain("Exception");
    }

    @Test
    @DisplayName("quatro ao mesmo tempo constroem uma vez: os outros esperam e conferem de novo")
    void constroiUmaVez_quandoQuatroPedemJuntos() throws Exception {
        var todos = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            todos.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), UmConstrutor.class.getName(), raiz.toString()).redirectErrorStream(true).start());
        }
        for (var um : todos) {
            assertThat(um.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(um.exitValue()).as(new String(um.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isZero();
        }
        assertThat(oficina.arquivo("vezes")).hasContent("x");
    }
}
