package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A partida: o que ela diz, e a que não pode dar certo")
final class PartidaTest {
    @Test
    @DisplayName("Acaba logo, e diz qual variável corrigir em vez de mostrar uma pilha")
    void acaba_quandoUmaVariavelNaoServe(@TempDir Path pasta) {
        var ambiente = Map.of("CREDITO_PORTA", "0", "CREDITO_POSTGRES_URL", "postgres://127.0.0.1/rinha", "CREDITO_SQLITE_ARQUIVO", pasta.resolve("c.db").toString());
        assertThatThrownBy(() -> Processo.iniciar(ambiente)).hasMessageContaining("Encerrando: ").hasMessageContaining("CREDITO_POSTGRES_URL")
                .message().doesNotContain("Exception");
    }

    @Test
    @DisplayName("No ar, diz o modo de escrita com o nome que a configuração usa")
    void dizAEscrita_comoSeEscreveNaConfiguracao(@TempDir Path pasta) throws Exception {
        var ambiente = Map.of("CREDITO_PORTA", "0", "CREDITO_ARMAZENAMENTO", "sqlite", "CREDITO_SQLITE_ARQUIVO", pasta.resolve("c.db").toString());
        try (var processo = Processo.iniciar(ambiente)) {
            assertThat(processo.saida()).contains(", escrita lote");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, CREDITO_POSTGRES_URL, jdbc:postgresql://127.0.0.1:porta/rinha", "sqlite, CREDITO_SQLITE_ARQUIVO, PASTA/comum/c.db",
        "sqlite, CREDITO_SQLITE_ARQUIVO, /", "sqlite, CREDITO_ENDERECO, 203.0.113.1"
    })
    @DisplayName("A recusa, que o programa mostra numa linha, diz qual variável corrigir")
    void dizQualVariavel_quandoNaoServe(String armazenamento, String variavel, String valor, @TempDir Path pasta) throws IOException {
        Files.createFile(pasta.resolve("comum"));
        var ambiente = new HashMap<>(Map.of("CREDITO_ARMAZENAMENTO", armazenamento, "CREDITO_PORTA", "0", "CREDITO_SQLITE_ARQUIVO", pasta.resolve("c.db").toString()));
        ambiente.put(variavel, valor.replace("PASTA", pasta.toString()));
        // Main.main mostra a mensagem destas duas, e só delas.
        assertThatThrownBy(() -> Instancia.semEsperar(ambiente)).isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContaining(variavel);
    }

    @Test
    @DisplayName("Encerrada antes de o banco responder, a partida é cancelada: não é um defeito do esquema")
    void ehCancelada_quandoEncerraAntesDoBanco() throws IOException {
        try (var mudo = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var instancia = Instancia.semEsperar(Map.of("CREDITO_PORTA", "0", "CREDITO_DRENO_MS", "0", "CREDITO_PRAZO_CONEXAO_MS", "250",
                    "CREDITO_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + mudo.getLocalPort() + "/rinha"));
            instancia.close();
            assertThatThrownBy(() -> instancia.aplicacao().preparo().esperar(Duration.ofSeconds(20))).isInstanceOf(CancellationException.class);
        }
    }
}
