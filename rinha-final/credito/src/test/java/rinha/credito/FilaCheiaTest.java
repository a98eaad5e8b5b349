package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A fila cheia, vista de fora")
final class FilaCheiaTest {
    private static final int FILA = 2;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_LOTE", "SQLITE_SIMPLES"})
    @DisplayName("A transação que não cabe recebe 503 com Retry-After na hora, as que cabem são aplicadas, e ler continua")
    void recusaComRetryAfter_quandoNaoCabe(Cenario cenario) throws Exception {
        // A que o escritor dos lotes já levou não ocupa a fila.
        int cabem = cenario == Cenario.SQLITE_LOTE ? FILA + 1 : FILA;
        try (var deposito = Deposito.novo(cenario); var threads = Executors.newVirtualThreadPerTaskExecutor();
                var instancia = deposito.instancia("CREDITO_FILA_TAMANHO", "" + FILA, "CREDITO_LOTE_TAMANHO", "1",
                        "CREDITO_PRAZO_CONSULTA_MS", "10000", "CREDITO_PRAZO_ESCRITA_MS", "10000");
                var trava = DriverManager.getConnection("jdbc:sqlite:" + deposito.ambiente().get("CREDITO_SQLITE_ARQUIVO"))) {
            var api = instancia.cliente();
            assertThat(api.transacao(1, "c", 1, "antes").statusCode()).isEqualTo(200);
            trava.createStatement().execute("BEGIN IMMEDIATE");
            var presas = IntStream.range(0, cabem).mapToObj(i -> threads.submit(() -> api.transacao(1, "c", 1, "presa" + i))).toList();
            Espera.ate(() -> api.ler("/metrics").body().contains("credito_escrita_em_curso " + (double) cabem), () -> cabem + " em curso");
            var recusada = api.transacao(1, "c", 1, "a mais");
            assertThat(recusada.statusCode()).isEqualTo(503);
            assertThat(recusada.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Cliente.json(recusada).path("detail").asText()).contains("fila de transações está cheia", "Nada foi aplicado");
            assertThat(api.ler("/clientes/1/extrato").statusCode()).isEqualTo(200);
            trava.createStatement().execute("ROLLBACK");
            for (var presa : presas) {
                assertThat(presa.get().statusCode()).isEqualTo(200);
            }
            assertThat(api.saldo(1)).isEqualTo(1 + cabem);
        }
    }
}
