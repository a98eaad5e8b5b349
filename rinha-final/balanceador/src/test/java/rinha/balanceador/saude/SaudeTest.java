package rinha.balanceador.saude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.balanceador.config.Config;

@DisplayName("Saúde: tira, sonda e traz de volta")
final class SaudeTest {
    private static final Map<String, String> SEM_SONDAS = Map.of("BALANCEADOR_SONDA_CAMINHO", "nenhum");

    private final AtomicLong relogio = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<Saude.Mudanca> mudancas = new ArrayList<>();

    private Saude saude(Map<String, String> ambiente) {
        return new Saude(Config.de(ambiente).saude(), relogio::get, mudancas::add);
    }

    private void avancar(Saude saude, Duration quanto) {
        relogio.addAndGet(quanto.toNanos());
        saude.passarOTempo();
    }

    private static void falhar(Saude saude, int vezes) {
        for (int i = 0; i < vezes; i++) {
            saude.falha();
        }
    }

    @Test
    @DisplayName("Três falhas seguidas tiram; uma resposta no meio recomeça a conta")
    void tiraNaTerceiraSeguida() {
        var saude = saude(SEM_SONDAS);
        falhar(saude, 2);
        saude.respondido(200);
        falhar(saude, 2);
        assertThat(saude.disponivel()).isTrue();

        saude.falha();

        assertThat(saude.disponivel()).isFalse();
        assertThat(mudancas).extracting(Saude.Mudanca::motivo).containsExactly("3 pedidos seguidos sem resposta");
    }

    @Test
    @DisplayName("Sem sondas, volta em prova depois da pausa, e nem um instante antes")
    void voltaEmProva_quandoAPausaAcaba() {
        var saude = saude(SEM_SONDAS);
        falhar(saude, 3);

        avancar(saude, Duration.ofMillis(1_000).minusNanos(1));
        assertThat(saude.disponivel()).isFalse();
        avancar(saude, Duration.ofNanos(1));

        assertThat(saude.disponivel()).isTrue();
    }

    @Test
    @DisplayName("Em prova, a primeira falha tira de novo, e por mais tempo")
    void dobraAPausa_quandoRecai() {
        var saude = saude(SEM_SONDAS);
        falhar(saude, 3);
        avancar(saude, Duration.ofMillis(1_000));
        saude.falha();
        assertThat(saude.disponivel()).isFalse();

        avancar(saude, Duration.ofMillis(1_999));
        assertThat(saude.disponivel()).isFalse();
        avancar(saude, Duration.ofMillis(1));

        assertThat(saude.disponivel()).isTrue();
    }

    @Test
    @DisplayName("Uma resposta em prova confirma a volta: são precisas três falhas outra vez")
    void confirma_quandoRespondeEmProva() {
        var saude = saude(SEM_SONDAS);
        falhar(saude, 3);
        avancar(saude, Duration.ofMillis(1_000));

        saude.respondido(200);
        falhar(saude, 2);

        assertThat(saude.disponivel()).isTrue();
    }

    @Test
    @DisplayName("Responder erro depressa não desculpa a sonda lenta: quem só responde 503 sai")
    void tira_quandoSoRespondeErroEASondaELenta() {
        var saude = saude(Map.of());
        for (int i = 0; i < 2; i++) {
            saude.respondido(503);
            saude.sondaLenta("não respondeu");
        }

        assertThat(saude.disponivel()).isFalse();
    }

    @Test
    @DisplayName("A pausa tem teto: nem muitas recaídas passam de trinta pausas")
    void limitaAPausa_quandoRecaiMuitas() {
        var saude = saude(SEM_SONDAS);
        falhar(saude, 3);
        for (int recaida = 0; recaida < 100; recaida++) {
            avancar(saude, Duration.ofSeconds(30));
            assertThat(saude.disponivel()).as("volta da recaída " + recaida).isTrue();
            saude.falha();
        }
    }

    @Test
    @DisplayName("Com sondas, duas ruins tiram e duas boas trazem de volta; o tempo sozinho não traz")
    void soASondaTraz_quandoHaSondas() {
        var saude = saude(Map.of());
        saude.sondaRuim("503");
        saude.sondaBoa();
        saude.sondaRuim("503");
        assertThat(saude.disponivel()).isTrue();
        saude.sondaRuim("503");
        assertThat(saude.disponivel()).isFalse();

        avancar(saude, Duration.ofHours(1));
        saude.sondaBoa();
        saude.sondaRuim("503");
        saude.sondaBoa();
        assertThat(saude.disponivel()).isFalse();
        saude.sondaBoa();

        assertThat(saude.disponivel()).isTrue();
        assertThat(mudancas).extracting(Saude.Mudanca::disponivel).containsExactly(false, true);
    }
}
