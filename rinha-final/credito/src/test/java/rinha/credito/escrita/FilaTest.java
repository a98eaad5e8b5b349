package rinha.credito.escrita;

import static org.assertj.core.api.Assertions.assertThat;
import static rinha.credito.escrita.Bancada.credito;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A fila de transações")
@Timeout(60)
final class FilaTest {
    private static final long LONGO = Duration.ofSeconds(50).toNanos();

    private static Pedido pedido(String nome) {
        return new Pedido(credito(nome), System.nanoTime() + LONGO);
    }

    @Test
    @DisplayName("Recusa a que passa do máximo, e aceita de novo quando uma sai")
    void recusaNaHora_quandoEstaCheia() {
        var fila = new Fila(2);
        assertThat(List.of(fila.por(pedido("a")), fila.por(pedido("b")), fila.por(pedido("c")))).containsExactly(true, true, false);

        assertThat(fila.tirar().transacao().descricao()).isEqualTo("a");

        assertThat(fila.por(pedido("d"))).isTrue();
        assertThat(fila.por(pedido("e"))).isFalse();
        assertThat(fila.quantas()).isEqualTo(2);
    }

    @Test
    @DisplayName("Uma desistência libera a vaga, e a ordem das outras não muda")
    void liberaAVaga_quandoDesiste() {
        var fila = new Fila(3);
        List.of("a", "b", "c").forEach(nome -> fila.por(pedido(nome)));

        fila.tirarSe(p -> p.transacao().descricao().equals("b"));

        assertThat(fila.por(pedido("d"))).isTrue();
        assertThat(fila.por(pedido("e"))).isFalse();
        assertThat(IntStream.range(0, 3).mapToObj(_ -> fila.tirar().transacao().descricao())).containsExactly("a", "c", "d");
        assertThat(fila.tirar()).isNull();
        assertThat(fila.vazia()).isTrue();
    }

    @Test
    @DisplayName("O escritor acorda quando chega a última que ele espera")
    void acorda_quandoCompletaAsQueEspera() throws InterruptedException {
        var fila = new Fila(100);
        var esperando = new CountDownLatch(1);
        var acordou = new CountDownLatch(1);
        var encontradas = Collections.synchronizedList(new ArrayList<Integer>());
        var escritor = Thread.ofPlatform().start(() -> {
            try {
                esperando.countDown();
                fila.esperar(3, LONGO);
                encontradas.add(fila.quantas());
                acordou.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        esperando.await();
        for (int i = 0; i < 3; i++) {
            assertThat(acordou.getCount()).as("acordou antes da terceira").isEqualTo(1);
            fila.por(pedido("p" + i));
        }

        assertThat(acordou.await(40, TimeUnit.SECONDS)).as("acordou com as três").isTrue();
        assertThat(encontradas).containsExactly(3);
        escritor.join();
    }

    @Test
    @DisplayName("Com muitas threads pondo e uma tirando, nenhuma se perde nem se repete")
    void entregaTodas_quandoMuitasPoem() throws InterruptedException {
        int threads = 8;
        int cada = 2_000;
        var fila = new Fila(64);
        var saiam = new ArrayList<String>();
        var produtoras = IntStream.range(0, threads).mapToObj(t -> Thread.ofVirtual().start(() -> {
            for (int i = 0; i < cada; i++) {
                var pedido = pedido(t + "-" + i);
                while (!fila.por(pedido)) {
                    Thread.yield();
                }
            }
        })).toList();
        while (saiam.size() < threads * cada) {
            fila.esperar(1, LONGO);
            for (var pedido = fila.tirar(); pedido != null; pedido = fila.tirar()) {
                saiam.add(pedido.transacao().descricao());
            }
        }
        for (var produtora : produtoras) {
            produtora.join();
        }

        assertThat(saiam).doesNotHaveDuplicates().hasSize(threads * cada);
        assertThat(fila.quantas()).isZero();
    }
}
