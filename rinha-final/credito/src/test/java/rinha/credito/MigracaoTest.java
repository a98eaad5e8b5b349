package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A migração do esquema")
final class MigracaoTest {
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES_LOTE", "SQLITE_LOTE"})
    @DisplayName("Quatro instâncias iniciam juntas num banco vazio: uma migra, todas ficam prontas")
    void ficamTodasProntas_quandoIniciamJuntas(Cenario cenario) throws Exception {
        try (var deposito = Deposito.novo(cenario); var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futuras = IntStream.range(0, 4).mapToObj(_ -> executor.submit(() -> deposito.instancia())).toList();
            for (var futura : futuras) {
                try (var instancia = futura.get()) {
                    assertThat(instancia.cliente().transacao(1, "c", 1, "pronta").statusCode()).isEqualTo(200);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES_LOTE", "SQLITE_LOTE"})
    @DisplayName("Reiniciar não migra de novo nem perde nada")
    void mantemTudo_quandoReinicia(Cenario cenario) {
        try (var deposito = Deposito.novo(cenario)) {
            try (var instancia = deposito.instancia()) {
                instancia.cliente().transacao(1, "c", 42, "antes");
            }
            try (var instancia = deposito.instancia()) {
                assertThat(instancia.cliente().saldo(1)).isEqualTo(42);
            }
        }
    }

    @Test
    @DisplayName("Um passo editado depois de aplicado impede a partida, e a mensagem diz por quê")
    void recusaIniciar_quandoPassoAplicadoMudou() {
        try (var deposito = Deposito.novo(Cenario.POSTGRES_LOTE)) {
            deposito.instancia().close();
            deposito.banco().executar("update migracoes set soma = soma + 1 where versao = 2");
            try (var instancia = Instancia.semEsperar(deposito.ambiente())) {
                assertThatThrownBy(() -> instancia.aplicacao().preparo().esperar(Duration.ofSeconds(20)))
                        .rootCause().hasMessageContaining("002-escrita-simples").hasMessageContaining("outro texto");
                assertThat(instancia.cliente().ler("/ready").statusCode()).isEqualTo(503);
                assertThat(instancia.cliente().ler("/health").statusCode()).isEqualTo(200);
            }
        }
    }
}
