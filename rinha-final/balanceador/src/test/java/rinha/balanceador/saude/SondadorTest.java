package rinha.balanceador.saude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.balanceador.config.Config;
import rinha.balanceador.servidor.Grupo;

@DisplayName("Sondador: pergunta a cada servidor e conta o que ouviu")
final class SondadorTest {
    private final Grupo grupo = new Grupo(Config.de(Map.of()), () -> 0, (_, _) -> {});

    @Test
    @DisplayName("Sondas à mão: duas ruins tiram do grupo, duas boas devolvem")
    void tiraEDevolve_quandoSondadoAMao() throws InterruptedException {
        var resposta = new AtomicReference<>(Sonda.Resposta.ruim("fora"));
        var primeiro = grupo.todos().getFirst();
        try (var sondador = new Sondador(_ -> resposta.get(), grupo.todos(), Duration.ofHours(1))) {
            sondador.sondar(primeiro);
            sondador.sondar(primeiro);
            assertThat(grupo.disponiveis()).containsExactly(grupo.todos().get(1));

            resposta.set(Sonda.Resposta.BOA);
            sondador.sondar(primeiro);
            sondador.sondar(primeiro);
        }

        assertThat(grupo.disponiveis()).isEqualTo(grupo.todos());
    }

    @Test
    @DisplayName("Sondas lentas não tiram quem responde a pedidos, e tiram quem não responde a nada")
    void distingueOcupadoDeMorto_quandoASondaELenta() throws InterruptedException {
        var ocupado = grupo.todos().getFirst();
        var morto = grupo.todos().get(1);
        try (var sondador = new Sondador(_ -> Sonda.Resposta.lenta("não respondeu"), grupo.todos(), Duration.ofHours(1))) {
            for (int i = 0; i < 10; i++) {
                ocupado.saude().respondido(200);
                sondador.sondar(ocupado);
                sondador.sondar(morto);
            }
            assertThat(grupo.disponiveis()).containsExactly(ocupado);

            // Parou de responder: a mesma sonda lenta agora o tira.
            sondador.sondar(ocupado);
            sondador.sondar(ocupado);
        }
        assertThat(grupo.disponiveis()).isEmpty();
    }

    @Test
    @DisplayName("Um servidor que não responde à sonda não atrasa a sonda do outro")
    void sondaOsDois_quandoUmPrende() throws InterruptedException {
        var outro = new CountDownLatch(3);
        var preso = new CountDownLatch(1);
        Sonda sonda = servidor -> {
            if (servidor == 0) {
                preso.await();
            }
            outro.countDown();
            return Sonda.Resposta.BOA;
        };
        try (var sondador = new Sondador(sonda, grupo.todos(), Duration.ofMillis(1))) {
            sondador.iniciar();

            assertThat(outro.await(10, TimeUnit.SECONDS)).as("três sondas no servidor são").isTrue();
        }
    }
}
