package rinha.carga.cenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.carga.Agenda;
import rinha.carga.Chegadas;
import rinha.carga.Cronograma;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.Pedido;

@DisplayName("Rinha 2024: fases, mistura e pedidos da simulação oficial")
class Rinha2024Test {

    private static Map<String, Integer> contarNaJanela(Modelo.Aberto modelo, double de, double ate) {
        Agenda agenda = new Agenda(modelo, 42);
        Map<String, Integer> porRota = new TreeMap<>();
        while (agenda.proximoInstante() != Cronograma.FIM) {
            double segundo = agenda.proximoInstante() / 1e9;
            Pedido pedido = agenda.retirar().proximo();
            if (segundo >= de && segundo < ate) {
                porRota.merge(pedido.molde().rota(), 1, Integer::sum);
            }
        }
        return porRota;
    }

    @Test
    @DisplayName("a carga oficial deve os 61.380 pedidos das fases de carga do Gatling")
    void deveOTotalOficial_quandoACargaECompleta() {
        Modelo.Aberto oficial = Rinha2024.carga(Rinha2024.OFICIAL, 100, Chegadas.REGULARES, 1);
        assertThat(oficial.totalDePedidos()).isEqualTo(61_380);
        assertThat(contarNaJanela(oficial, 0, 300))
                .isEqualTo(Map.of("débito", 13_260 + 26_400, "crédito", 6_660 + 13_200, "extrato", 660 + 1_200));
    }

    @Test
    @DisplayName("um segundo do pico tem 220 débitos, 110 créditos e 10 extratos; o primeiro, um ou dois de cada")
    void temOPicoOficial_quandoPassaARampa() {
        Modelo.Aberto oficial = Rinha2024.carga(Rinha2024.OFICIAL, 100, Chegadas.REGULARES, 1);
        assertThat(contarNaJanela(oficial, 200, 201)).isEqualTo(Map.of("débito", 220, "crédito", 110, "extrato", 10));
        assertThat(contarNaJanela(oficial, 0, 1).values()).allSatisfy(n -> assertThat(n).isBetween(1, 3));
    }

    @Test
    @DisplayName("a versão de 60 s chega ao mesmo pico na metade do tempo")
    void chegaAoMesmoPico_quandoEReduzida() {
        Modelo.Aberto reduzida = Rinha2024.carga(Rinha2024.REDUZIDA, 100, Chegadas.REGULARES, 1);
        assertThat(contarNaJanela(reduzida, 40, 41)).isEqualTo(Map.of("débito", 220, "crédito", 110, "extrato", 10));
        assertThat(reduzida.duracao()).isEqualTo(Rinha2024.REDUZIDA);
    }

    @Test
    @DisplayName("os pedidos obedecem ao contrato: cliente de 1 a 5, valor de 1 a 10000, descrição de 10 letras")
    void obedeceAoContrato_quandoSorteiaPedidos() throws Exception {
        Fonte fonte = Rinha2024.mistura(99);
        ObjectMapper json = new ObjectMapper();
        int[] clientes = new int[6];
        for (int i = 0; i < 34_000; i++) {
            Pedido pedido = fonte.proximo();
            var operacao = (Rinha2024.Operacao) pedido.contexto();
            clientes[operacao.cliente()]++;
            if (operacao.tipo() == 'e') {
                assertThat(pedido.toString()).isEqualTo("GET /clientes/" + operacao.cliente() + "/extrato");
                continue;
            }
            JsonNode corpo = json.readTree(pedido.corpo());
            assertThat(corpo.get("valor").intValue()).isEqualTo(operacao.valor()).isBetween(1, 10_000);
            assertThat(corpo.get("tipo").textValue()).isEqualTo(operacao.tipo() == 'd' ? "d" : "c");
            assertThat(corpo.get("descricao").textValue()).hasSize(10);
        }
        for (int c = 1; c <= 5; c++) {
            assertThat((double) clientes[c]).isCloseTo(6_800, within(340.0));
        }
    }

    @Test
    @DisplayName("a mesma semente repete os mesmos pedidos; outra não")
    void repeteOsPedidos_quandoASementeEAMesma() {
        assertThat(primeiros(5)).isEqualTo(primeiros(5)).isNotEqualTo(primeiros(6));
    }

    private static List<String> primeiros(long semente) {
        Fonte fonte = Rinha2024.mistura(semente);
        List<String> pedidos = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pedidos.add(fonte.proximo().toString());
        }
        return pedidos;
    }
}
