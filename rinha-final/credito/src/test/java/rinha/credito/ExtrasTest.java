package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O que a configuração liga e desliga")
final class ExtrasTest {
    @Test
    @DisplayName("Sem permissão, /reset não existe e não apaga nada")
    void resetNaoExiste_quandoNaoEhPermitido() {
        try (var deposito = Deposito.novo(Cenario.SQLITE_LOTE); var instancia = deposito.instancia("CREDITO_RESET", "nao")) {
            instancia.cliente().transacao(1, "c", 9, "fica");
            assertThat(instancia.cliente().pedir("POST", "/reset", "").statusCode()).isEqualTo(404);
            assertThat(instancia.cliente().saldo(1)).isEqualTo(9);
        }
    }

    @Test
    @DisplayName("O limite por cliente responde 429 com Retry-After, e só a quem passou dele")
    void responde429_quandoClientePassaDoLimite() {
        try (var deposito = Deposito.novo(Cenario.SQLITE_LOTE); var instancia = deposito.instancia("CREDITO_LIMITE", "local", "CREDITO_LIMITE_POR_SEGUNDO", "1")) {
            var api = instancia.cliente();
            assertThat(api.transacao(1, "c", 1, "passa").statusCode()).isEqualTo(200);
            var recusado = IntStream.range(0, 20).mapToObj(_ -> api.transacao(1, "c", 1, "rajada")).filter(r -> r.statusCode() == 429).findFirst().orElseThrow();
            assertThat(recusado.headers().firstValueAsLong("Retry-After")).hasValue(1);
            assertThat(api.transacao(2, "c", 1, "outro").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("As métricas contam cada rota pelo modelo, com histograma e status; desligadas, não existem")
    void contaPorRota_quandoMetricasEstaoLigadas() {
        try (var deposito = Deposito.novo(Cenario.SQLITE_LOTE)) {
            try (var instancia = deposito.instancia()) {
                instancia.cliente().transacao(1, "c", 1, "um");
                instancia.cliente().transacao(3, "d", Long.MAX_VALUE, "demais");
                var metricas = instancia.cliente().ler("/metrics");
                assertThat(metricas.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
                assertThat(metricas.body()).contains("http_server_requests_seconds_count{method=\"POST\",status=\"200\",uri=\"/clientes/{id}/transacoes\"} 1")
                        .contains("http_server_requests_seconds_count{method=\"POST\",status=\"422\",uri=\"/clientes/{id}/transacoes\"} 1")
                        .contains("le=\"0.012\"").contains("credito_lote_tamanho_count 2");
            }
            try (var instancia = deposito.instancia("CREDITO_METRICAS", "nao")) {
                assertThat(instancia.cliente().ler("/metrics").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    @DisplayName("O cache de clientes também lembra de quem não existe, e sem cache o cliente novo aparece na hora")
    void vendoOClienteNovo_quandoCacheEstaDesligado() {
        try (var deposito = Deposito.novo(Cenario.POSTGRES_LOTE); var comCache = deposito.instancia("CREDITO_CACHE_CLIENTES_MS", "3600000");
                var semCache = deposito.instancia("CREDITO_CACHE_CLIENTES_MS", "0")) {
            assertThat(comCache.cliente().ler("/clientes/6/extrato").statusCode()).isEqualTo(404);
            assertThat(semCache.cliente().ler("/clientes/6/extrato").statusCode()).isEqualTo(404);
            deposito.banco().executar("insert into clientes (id, limite) values (6, 100)");
            assertThat(comCache.cliente().ler("/clientes/6/extrato").statusCode()).isEqualTo(404);
            assertThat(semCache.cliente().transacao(6, "d", 100, "novo").body()).isEqualTo("{\"limite\":100,\"saldo\":-100}");
        }
    }

    @Test
    @DisplayName("Com a porta ocupada, diz qual e por quê")
    void dizAPorta_quandoEstaOcupada() throws IOException {
        try (var deposito = Deposito.novo(Cenario.SQLITE_LOTE); var outro = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> deposito.instancia("CREDITO_PORTA", "" + outro.getLocalPort())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + outro.getLocalPort()).hasMessageContaining("CREDITO_PORTA")
                    // O motivo vem do sistema, na língua dele.
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }
}
