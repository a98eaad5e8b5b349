package rinha.balanceador;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Administração: métricas e prontidão, em porta à parte")
final class AdministracaoTest {
    @Test
    @DisplayName("As métricas contam o que foi respondido, recusado e repetido")
    void contaOQueHouve() throws Exception {
        try (var ruim = new ServidorFalso(ServidorFalso.fechaSemResponder()); var bom = new ServidorFalso(ServidorFalso.responde("ok")); var balanceador = Montagem.diante(List.of(ruim, bom), "--pausa-ms=600000")) {
            for (int i = 0; i < 4; i++) {
                ClienteCru.um(balanceador, ClienteCru.get("/"));
            }
            ClienteCru.um(balanceador, "GET / HTTP/1.1\r\n\r\n");

            assertThat(Administracao.texto(balanceador, "/metrics").lines()).contains(
                    "balanceador_pedidos_seconds_count{servidor=\"%s\",status=\"2xx\"} 4".formatted(bom.endereco()),
                    "balanceador_recusas_total{motivo=\"host\",status=\"400\"} 1.0",
                    "balanceador_repeticoes_total 3.0",
                    "balanceador_saidas_total{servidor=\"%s\"} 1.0".formatted(ruim.endereco()),
                    "balanceador_disponivel{servidor=\"%s\"} 0.0".formatted(ruim.endereco()),
                    "balanceador_disponivel{servidor=\"%s\"} 1.0".formatted(bom.endereco()),
                    "balanceador_em_curso{servidor=\"%s\"} 0.0".formatted(bom.endereco()));
        }
    }

    @Test
    @DisplayName("Pronto enquanto há a quem encaminhar; vivo sempre")
    void ficaSemProntidao_quandoNaoHaServidor() throws Exception {
        try (var servidor = new ServidorFalso(ServidorFalso.fechaSemResponder()); var balanceador = Montagem.diante(servidor, "--pausa-ms=600000")) {
            assertThat(Administracao.resposta(balanceador, "/ready").statusCode()).isEqualTo(200);
            for (int i = 0; i < 3; i++) {
                ClienteCru.um(balanceador, ClienteCru.post("/", ""));
            }
            assertThat(Administracao.resposta(balanceador, "/ready").statusCode()).isEqualTo(503);
            assertThat(Administracao.resposta(balanceador, "/health").statusCode()).isEqualTo(200);
            assertThat(Administracao.resposta(balanceador, "/outra").statusCode()).isEqualTo(404);
        }
    }
}
