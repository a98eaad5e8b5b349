package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;
import static rinha.carga.motor.Cargas.OK;
import static rinha.carga.motor.Cargas.aberto;
import static rinha.carga.motor.Cargas.escrever;
import static rinha.carga.motor.Cargas.fechado;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.carga.Conferencia;
import rinha.carga.Fase;
import rinha.carga.Modelo;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;
import rinha.carga.medida.Resultado;

@Timeout(20)
@DisplayName("Interrupção: o que ela corta não é erro de ninguém, e o livro de contas fica sabendo")
class InterrupcaoDaCargaTest {

    private final CountDownLatch fim = new CountDownLatch(1);
    private final Queue<String> semResposta = new ConcurrentLinkedQueue<>();
    private Gerador gerador;

    /// Roda contra um servidor que só responde ao primeiro pedido; a resposta dele manda parar.
    private Resultado rodar(Modelo modelo) throws Exception {
        try (ServidorDeTeste servidor = new ServidorDeTeste((pedido, saida) -> {
            if (pedido.ordem() > 1) {
                fim.await();
            }
            escrever(saida, OK);
            return true;
        })) {
            gerador = new Gerador(Plano.de(servidor.alvo(), modelo, new ParaNaPrimeira()));
            return gerador.rodar();
        }
    }

    private final class ParaNaPrimeira implements Conferencia {
        @Override
        public Veredito conferir(Pedido pedido, Resposta resposta) {
            gerador.parar();
            return Veredito.ACEITO;
        }

        @Override
        public void semResposta(Pedido pedido, TipoDeErro erro, boolean enviado) {
            semResposta.add(erro + " enviado=" + enviado);
        }
    }

    @AfterEach
    void soltar() {
        fim.countDown();
    }

    @Test
    @DisplayName("os pedidos em curso são contados à parte: sem latência e sem erro; o segundo de espera por eles não entra no tempo")
    void contaAParte_quandoCortaOsEmCurso() throws Exception {
        Resultado r = rodar(fechado(3, 0));
        assertThat(r.interrompida()).isTrue();
        assertThat(r.respondidos()).isEqualTo(1).isEqualTo(r.pedidos()).isEqualTo(r.latencias().total());
        assertThat(r.erros()).isEmpty();
        assertThat(r.cortados()).isEqualTo(semResposta.size()).isEqualTo(r.enviados() - 1).isPositive();
        assertThat(semResposta).containsOnly("INTERROMPIDO enviado=true");
        assertThat(r.intervalos().getLast().fim() - r.segundos()).isGreaterThanOrEqualTo(1);
    }

    @Test
    @DisplayName("depois da última hora marcada, parar também interrompe: corta quem está em curso e quem espera conexão")
    void interrompe_quandoSoFaltamRespostas() throws Exception {
        Resultado r = rodar(aberto(2, Perfil.de(new Fase.Rajada(10))));
        assertThat(r.interrompida()).isTrue();
        assertThat(r.pedidos()).isEqualTo(1);
        assertThat(r.erros()).isEmpty();
        assertThat(r.cortados()).isEqualTo(9);
        assertThat(semResposta).containsOnly("INTERROMPIDO enviado=true", "INTERROMPIDO enviado=false")
                .filteredOn(s -> s.endsWith("true")).hasSize(1);
    }
}
