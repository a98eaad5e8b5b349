package rinha.credito.armazenamento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;

@DisplayName("A fila diante de uma conexão SQLite, com o disco parado")
final class TrabalhadorSqliteTest {
    private final CountDownLatch discoVoltou = new CountDownLatch(1);
    private final AtomicInteger executadas = new AtomicInteger();
    private OpcoesSqlite opcoes;

    @BeforeEach
    void abrir(@TempDir Path pasta) {
        // Quatro vezes isto é quanto cada tarefa espera.
        opcoes = new OpcoesSqlite(pasta.resolve("c.db"), 1, Duration.ofMillis(20));
    }

    @Test
    @DisplayName("Leituras que passaram do prazo não são executadas quando o disco volta")
    void esqueceLeituras_quandoPassamDoPrazo() throws InterruptedException {
        try (var leitor = TrabalhadorSqlite.leitor("leitor", opcoes, 100)) {
            pararODisco(leitor);
            esgotarOPrazo(leitor, 5);
            discoVoltou.countDown();
            assertThat(ateConseguir(leitor)).isEqualTo("viva");
            assertThat(executadas).hasValue(0);
        }
    }

    @Test
    @DisplayName("A leitura que não cabe na fila é recusada na hora, e a que desistiu devolve o lugar")
    void recusaLeitura_quandoFilaEstaCheia() throws InterruptedException {
        var longas = new OpcoesSqlite(opcoes.arquivo(), 1, Duration.ofSeconds(10));
        try (var leitor = TrabalhadorSqlite.leitor("leitor", longas, 1)) {
            pararODisco(leitor);
            var naFila = Thread.ofPlatform().start(() -> desisteComoInterrompida(leitor));
            esperarQueEspere(naFila);
            assertThatThrownBy(() -> leitor.executar(_ -> executadas.incrementAndGet())).isInstanceOfSatisfying(FalhaDeArmazenamento.class, e -> {
                assertThat(e.natureza()).isEqualTo(Natureza.INDISPONIVEL);
                assertThat(e).hasMessageContaining("a fila de leituras está cheia, com 1");
            });
            naFila.interrupt();
            naFila.join();
            var noLugarDela = Thread.ofPlatform().start(() -> leitor.executar(_ -> executadas.addAndGet(10)));
            esperarQueEspere(noLugarDela);
            discoVoltou.countDown();
            noLugarDela.join();
            assertThat(executadas).hasValue(10);
        }
    }

    @Test
    @DisplayName("Uma escrita que passou do prazo é executada mesmo assim: quem a repetir precisa do que ela fez")
    void executaEscrita_quandoPassaDoPrazo() throws InterruptedException {
        try (var escritor = TrabalhadorSqlite.escritor("escritor", opcoes)) {
            pararODisco(escritor);
            esgotarOPrazo(escritor, 3);
            discoVoltou.countDown();
        }
        assertThat(executadas).hasValue(3);
    }

    private void pararODisco(TrabalhadorSqlite trabalhador) throws InterruptedException {
        var parado = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> {
            try {
                trabalhador.executar(_ -> {
                    parado.countDown();
                    return esperar(discoVoltou);
                });
            } catch (FalhaDeArmazenamento e) {
                // O prazo dela também acaba; o que importa é que segue ocupando a thread.
            }
        });
        parado.await();
    }

    private void esgotarOPrazo(TrabalhadorSqlite trabalhador, int vezes) {
        IntStream.range(0, vezes).forEach(_ -> assertThatThrownBy(() -> trabalhador.executar(_ -> executadas.incrementAndGet()))
                .isInstanceOfSatisfying(FalhaDeArmazenamento.class, e -> assertThat(e.natureza()).isEqualTo(Natureza.DESFECHO_DESCONHECIDO)));
    }

    /// O prazo é curto de propósito: numa máquina ocupada, mais de uma tentativa.
    private static String ateConseguir(TrabalhadorSqlite trabalhador) {
        while (true) {
            try {
                return trabalhador.executar(_ -> "viva");
            } catch (FalhaDeArmazenamento e) {
                Thread.onSpinWait();
            }
        }
    }

    private void desisteComoInterrompida(TrabalhadorSqlite trabalhador) {
        assertThatThrownBy(() -> trabalhador.executar(_ -> executadas.incrementAndGet())).hasMessageContaining("interrompido");
    }

    private static void esperarQueEspere(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static boolean esperar(CountDownLatch sinal) {
        try {
            sinal.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
