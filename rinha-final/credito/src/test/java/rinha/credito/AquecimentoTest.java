package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("O aquecimento antes de /ready")
final class AquecimentoTest {
    @ParameterizedTest
    @EnumSource(Cenario.class)
    @DisplayName("Exercita as rotas e o banco, não muda conta nenhuma, e só depois a instância fica pronta")
    void naoMudaContas_quandoSeAquece(Cenario cenario) {
        try (var deposito = Deposito.novo(cenario)) {
            try (var antes = deposito.instancia()) {
                antes.cliente().transacao(1, "c", 7, "antes");
            }
            try (var instancia = deposito.instancia("CREDITO_AQUECIMENTO_MS", "500")) {
                var api = instancia.cliente();
                assertThat(api.ler("/ready").statusCode()).isEqualTo(200);
                assertThat(api.saldo(1)).isEqualTo(7);
                assertThat(api.extrato(1).path("ultimas_transacoes")).hasSize(1);
                assertThat(api.ler("/metrics").body()).contains("http_server_requests_seconds_count{method=\"POST\",status=\"422\",uri=\"/clientes/{id}/transacoes\"}")
                        .doesNotContain("status=\"500\"").doesNotContain("status=\"503\"");
            }
        }
    }
}
