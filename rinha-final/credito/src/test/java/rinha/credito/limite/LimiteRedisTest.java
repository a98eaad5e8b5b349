package rinha.credito.limite;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.servicos.Servicos;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O limite de pedidos no Redis")
final class LimiteRedisTest {
    private static final int CLIENTE = 1;
    /// Folgado: numa máquina ocupada, um prazo curto deixaria passar pedidos e mudaria a conta.
    private static final Duration PRAZO = Duration.ofSeconds(10);

    @Test
    @DisplayName("Duas instâncias dividem o mesmo balde: juntas passam do limite de uma só por muito pouco, nunca pelo dobro")
    void dividemOBalde_quandoSaoDuasInstancias() throws Exception {
        int porSegundo = 50;
        try (var servicos = Servicos.paraTestes(); var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var endereco = URI.create("redis://" + servicos.redis().host() + ":" + servicos.redis().porta());
            try (var a = new LimiteRedis(porSegundo, endereco, PRAZO); var b = new LimiteRedis(porSegundo, endereco, PRAZO)) {
                assertThat(a.esperaPara(CLIENTE)).isZero();
                long inicio = System.nanoTime();
                var pedidos = IntStream.range(0, 200).<Callable<Boolean>>mapToObj(i -> () -> (i % 2 == 0 ? a : b).esperaPara(CLIENTE).isZero()).toList();
                var passou = new ArrayList<Boolean>();
                for (var futuro : executor.invokeAll(pedidos)) {
                    passou.add(futuro.get());
                }
                double segundos = (System.nanoTime() - inicio) / 1e9;
                long devolvidas = (long) Math.ceil(segundos * porSegundo);
                assertThat(passou.stream().filter(p -> p).count()).isBetween((long) porSegundo - 1, porSegundo + devolvidas);
                assertThat(b.esperaPara(CLIENTE + 1)).as("outro cliente tem o seu balde").isZero();
            }
        }
    }

    @Test
    @DisplayName("Sem o Redis os pedidos passam: o limite não pode derrubar a API")
    void deixaPassar_quandoRedisNaoResponde() {
        // A porta 1 recusa conexões em toda máquina que não a usa.
        try (var limite = new LimiteRedis(1, URI.create("redis://127.0.0.1:1"))) {
            IntStream.range(0, 5).forEach(_ -> assertThat(limite.esperaPara(CLIENTE)).isZero());
        }
    }
}
