package rinha.credito.observacao;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("O log em JSON")
final class LogEmJsonTest {
    @Test
    @DisplayName("Cada linha é um objeto JSON, e dentro de um pedido traz a correlação dele")
    void trazACorrelacao_quandoEscreveDentroDeUmPedido() throws IOException {
        var saida = new ByteArrayOutputStream();
        var antes = System.out;
        System.setOut(new PrintStream(saida, true, StandardCharsets.UTF_8));
        try {
            LogEmJson.ligar("INFO");
            ScopedValue.where(Correlacao.ATUAL, new Correlacao("pedido-7")).run(() -> LoggerFactory.getLogger("teste").info("dentro, \"ação\""));
            LoggerFactory.getLogger("teste").info("fora");
        } finally {
            System.setOut(antes);
            LogEmJson.ligar("WARN");
        }
        var linhas = saida.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(linhas).hasSize(2);
        var dentro = new ObjectMapper().readTree(linhas.get(0));
        assertThat(dentro.path("message").asText()).isEqualTo("dentro, \"ação\"");
        assertThat(dentro.path("correlacao").asText()).isEqualTo("pedido-7");
        assertThat(new ObjectMapper().readTree(linhas.get(1)).has("correlacao")).isFalse();
    }
}
