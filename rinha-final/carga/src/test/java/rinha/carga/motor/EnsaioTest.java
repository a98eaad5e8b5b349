package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.Conferencia;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;
import rinha.carga.cenario.Rinha2024;

@Timeout(20)
@DisplayName("Ensaio: esquenta o gerador sem tocar no alvo")
class EnsaioTest {

    @Test
    @DisplayName("as respostas do ensaio chegam inteiras, e a conferência de verdade é exercida")
    void passaPelaConferencia_quandoEnsaia() throws Exception {
        AtomicLong certas = new AtomicLong();
        AtomicLong perdidas = new AtomicLong();
        Ensaio.fazer(Duration.ofMillis(200), Rinha2024.mistura(0), new Conferencia() {
            @Override
            public Veredito conferir(Pedido pedido, Resposta resposta) {
                certas.addAndGet(resposta.texto().equals("{\"limite\":100000,\"saldo\":-98}") ? 1 : 0);
                return Veredito.ACEITO;
            }

            @Override
            public void semResposta(Pedido pedido, TipoDeErro erro, boolean enviado) {
                perdidas.incrementAndGet();
            }
        });
        assertThat(certas.get()).isPositive();
        assertThat(perdidas.get()).isZero();
    }
}
