package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class GuardiaoTest {
    private static final Duration PRAZO = Duration.ofSeconds(15);

    /// Os dois modos de executar o guardião fazem o mesmo.
    enum Modo {
        SHELL(LancadorDeGuardiao::porShell), JAVA(LancadorDeGuardiao::porJava);

        private final Function<Comando, ProcessBuilder> lancador;

        Modo(Function<Comando, ProcessBuilder> lancador) {
            this.lancador = lancador;
        }

        Guardiao iniciar(Comando comando) {
            return Guardiao.iniciar(comando, lancador.apply(comando));
        }
    }

    @TempDir
    private Path temporaria;

    @ParameterizedTest
    @EnumSource
    @DisplayName("Fechar encerra o processo e apaga a pasta dele")
    void encerraEApaga_quandoFecha(Modo modo) throws IOException {
        Path pasta = pastaComArquivos();
        Guardiao guardiao = modo.iniciar(Comando.de(pasta.resolve("saida.log"), List.of("sleep", "600")).apagando(pasta));
        ProcessHandle processo = ProcessHandle.of(guardiao.pid()).orElseThrow();
        assertThat(guardiao.vivo()).isTrue();
        guardiao.close();
        assertThat(processo.isAlive()).isFalse();
        assertThat(pasta).doesNotExist();
        assertThat(guardiao.vivo()).isFalse();
        guardiao.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Um processo que ignora o sinal é morto depois da paciência")
    void mata_quandoIgnoraOSinal(Modo modo) throws IOException {
        Path pasta = pastaComArquivos();
        Path pronto = temporaria.resolve("pronto");
        List<String> teimoso = List.of("/bin/sh", "-c", "trap '' TERM INT; : > '%s'; while :; do sleep 1; done".formatted(pronto));
        Guardiao guardiao = modo.iniciar(Comando.de(pasta.resolve("saida.log"), teimoso).apagando(pasta).encerradoCom("TERM", Duration.ofMillis(200)));
        guardiao.esperarPronto(PRAZO, () -> Files.exists(pronto));
        ProcessHandle processo = ProcessHandle.of(guardiao.pid()).orElseThrow();
        guardiao.close();
        assertThat(processo.isAlive()).isFalse();
        assertThat(pasta).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("O fim do processo é anunciado com o código de saída, e a saída dele fica legível até fechar")
    void anunciaOFim_quandoOProcessoAcaba(Modo modo) throws Exception {
        Path pasta = pastaComArquivos();
        List<String> breve = List.of("/bin/sh", "-c", "echo adeus; exit 7");
        try (Guardiao guardiao = modo.iniciar(Comando.de(pasta.resolve("saida.log"), breve).apagando(pasta))) {
            assertThat(guardiao.fim().get(PRAZO.toSeconds(), TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(guardiao.vivo()).isFalse();
            assertThat(guardiao.saida()).isEqualTo("adeus\n");
            assertThatThrownBy(() -> guardiao.esperarPronto(PRAZO, () -> false)).isInstanceOf(IOException.class).hasMessageContainingAll("código 7", "adeus");
        }
        assertThat(pasta).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = "SHELL")
    @DisplayName("O Ctrl-C do terminal não alcança o processo: ele está em outro grupo, e não herda sinais ignorados além dos do próprio sh")
    void ficaEmOutroGrupo_quandoShell(Modo modo) throws Exception {
        try (Guardiao guardiao = modo.iniciar(Comando.de(temporaria.resolve("saida.log"), List.of("sleep", "600")))) {
            assertThat(grupo(guardiao.pid())).isNotEqualTo(grupo(ProcessHandle.current().pid()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Um executável que não existe vira uma falha com o motivo")
    void explica_quandoNaoExiste(Modo modo) {
        assertThatThrownBy(() -> {
            try (Guardiao guardiao = modo.iniciar(Comando.de(temporaria.resolve("saida.log"), List.of("/nao/existe")))) {
                guardiao.esperarPronto(PRAZO, () -> false);
            }
        }).isInstanceOfAny(FalhaDeServico.class, IOException.class);
    }

    private Path pastaComArquivos() throws IOException {
        Path pasta = Files.createDirectories(temporaria.resolve("dados"));
        Files.createDirectories(pasta.resolve("a/b"));
        Files.writeString(pasta.resolve("a/b/arquivo com espaço"), "x");
        return pasta;
    }

    private static String grupo(long pid) throws Exception {
        Process ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", "" + pid).start();
        String grupo = ps.inputReader().readLine();
        assertThat(ps.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return grupo.strip();
    }
}
