package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
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

@DisplayName("Operário: acaba quando acaba quem o criou")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "o pai que morre é um sh")
class OperarioTest {

    @TempDir
    Path pasta;

    @Test
    @DisplayName("o pai morto com kill -9 leva junto o laço sem fim do aluno, com a entrada ainda aberta")
    void acaba_quandoOPaiMorreDuranteUmLaco() throws Exception {
        Path saida = pasta.resolve("saida.txt");
        Path girando = pasta.resolve("girando");
        // O sh fica de pai; a entrada, que este teste segura, não acaba com ele.
        List<String> comando = new ArrayList<>(List.of("sh", "-c", "exec 3<&0; \"$@\" <&3 >\"$0\" 2>&1 & wait", saida.toString()));
        comando.addAll(ProcessoOperario.comando(Corretor.Opcoes.padrao()));
        Process pai = new ProcessBuilder(comando).start();
        ProcessHandle operario = null;
        try (Writer entrada = pai.outputWriter(StandardCharsets.UTF_8)) {
            Pedido pedido = ExercicioDeMentira.comPrazo(pasta, 600, """
                    try { java.nio.file.Files.createFile(java.nio.file.Path.of("%s")); } catch (java.io.IOException e) { }
                    while (a != Integer.MIN_VALUE) { Thread.onSpinWait(); } return 0;""".formatted(girando));
            entrada.write(Protocolo.novaMarca() + "\n" + Protocolo.escrever(pedido) + "\n");
            entrada.flush();
            assertThat(PrazoElastico.ate(() -> Files.exists(girando), Corretor.Opcoes.PRAZO)).as(() -> ler(saida)).isTrue();
            operario = pai.children().findFirst().orElseThrow();

            pai.destroyForcibly();

            operario.onExit().get(60, TimeUnit.SECONDS);
        } finally {
            pai.destroyForcibly();
            if (operario != null) {
                operario.destroyForcibly();
            }
        }
    }

    private static String ler(Path saida) {
        try {
            return Files.readString(saida);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
