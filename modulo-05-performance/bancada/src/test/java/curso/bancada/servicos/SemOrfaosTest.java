package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
class SemOrfaosTest {
    private static final Duration PRAZO = Duration.ofSeconds(20);

    /// Um serviço aberto pelo processo de prova.
    private record Aberto(ProcessHandle processo, Path pasta) {
        boolean sumiu() {
            return !processo.isAlive() && !Files.exists(pasta);
        }
    }

    @ParameterizedTest(name = "kill -{0}")
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    @DisplayName("Morto o pai, nem PostgreSQL, nem Redis, nem as pastas deles ficam")
    void nadaFica_quandoOPaiMorre(String sinal) throws Exception {
        Process pai = iniciar(null);
        try {
            List<Aberto> abertos = lerAbertos(pai);
            assertThat(abertos).hasSize(2).allSatisfy(aberto -> {
                assertThat(aberto.processo().isAlive()).isTrue();
                assertThat(aberto.pasta()).isDirectory();
            });
            assertThat(new ProcessBuilder("kill", "-" + sinal, "" + pai.pid()).start().waitFor()).isZero();
            assertThat(pai.waitFor(PRAZO.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(abertos).allSatisfy(aberto -> assertThat(ServicosDoTeste.acontece(PRAZO, aberto::sumiu)).as("%s", aberto).isTrue());
        } finally {
            pai.destroyForcibly();
        }
    }

    @Test
    @DisplayName("Dois cursos ao mesmo tempo, com o cache ainda vazio, não se atrapalham: a morte de um não toca o outro")
    void naoSeAtrapalham_quandoDoisNaPrimeiraVez(@TempDir Path cache) throws Exception {
        Process um = iniciar(cache);
        Process outro = iniciar(cache);
        try {
            List<Aberto> doUm = lerAbertos(um);
            List<Aberto> doOutro = lerAbertos(outro);
            assertThat(doUm).hasSize(2);
            assertThat(doOutro).hasSize(2);
            um.destroyForcibly();
            assertThat(doUm).allSatisfy(aberto -> assertThat(ServicosDoTeste.acontece(PRAZO, aberto::sumiu)).as("%s", aberto).isTrue());
            assertThat(doOutro).allSatisfy(aberto -> assertThat(aberto.processo().isAlive()).isTrue());
            outro.destroyForcibly();
            assertThat(doOutro).allSatisfy(aberto -> assertThat(ServicosDoTeste.acontece(PRAZO, aberto::sumiu)).as("%s", aberto).isTrue());
        } finally {
            um.destroyForcibly();
            outro.destroyForcibly();
        }
    }

    @Test
    @DisplayName("O passo de antes do fim corre com os filhos de pé, e depois dele ninguém fica")
    void correOPasso_antesDeSoltarOsFilhos(@TempDir Path pasta) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process pai = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), EncerraEmOrdem.class.getName(), pasta.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var linhas = pai.inputReader().lines().toList();
        assertThat(pai.waitFor(PRAZO.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(linhas).hasSize(2).last().isEqualTo(EncerraEmOrdem.VIVO);
        assertThat(ProcessHandle.of(Long.parseLong(linhas.getFirst())).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static Process iniciar(Path cache) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Num «mvn … &» de script os filhos herdam SIGINT ignorado, e a JVM obedece: o env do Linux o devolve ao padrão.
        List<String> linha = new ArrayList<>(OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of());
        linha.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), AbreServicos.class.getName(), "postgres", "redis"));
        var construtor = new ProcessBuilder(linha).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (cache != null) {
            construtor.environment().put("CURSO_CACHE", cache.toString());
        }
        return construtor.start();
    }

    private static List<Aberto> lerAbertos(Process pai) throws IOException {
        List<Aberto> abertos = new ArrayList<>();
        BufferedReader linhas = pai.inputReader();
        for (String linha = linhas.readLine(); linha != null && !linha.equals(AbreServicos.PRONTO); linha = linhas.readLine()) {
            String[] partes = linha.split(" ", 2);
            abertos.add(new Aberto(ProcessHandle.of(Long.parseLong(partes[0])).orElseThrow(), Path.of(partes[1])));
        }
        return abertos;
    }
}
