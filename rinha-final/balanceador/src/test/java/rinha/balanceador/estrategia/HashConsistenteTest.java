package rinha.balanceador.estrategia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.balanceador.servidor.Servidor;

@DisplayName("Hash consistente: a mesma chave no mesmo servidor, e poucas se mudam")
final class HashConsistenteTest {
    private static final int CHAVES = 10_000;

    @Test
    @DisplayName("Com cinco servidores, cada um fica perto de um quinto das chaves")
    void espalha_quandoHaMuitasChaves() {
        var servidores = Cenario.servidores(1, 1, 1, 1, 1);

        var contagem = Cenario.contagem(donos(new HashConsistente(servidores), servidores));

        assertThat(contagem).hasSize(5);
        assertThat(contagem.values()).allSatisfy(n -> assertThat(n).isBetween(CHAVES / 5 * 75L / 100, CHAVES / 5 * 125L / 100));
    }

    @Test
    @DisplayName("Quando um sai, só as chaves dele se mudam, e para mais de um vizinho")
    void mudaSoAsDele_quandoUmSai() {
        var servidores = Cenario.servidores(1, 1, 1, 1, 1);
        var estrategia = new HashConsistente(servidores);
        var antes = donos(estrategia, servidores);

        var depois = donos(estrategia, servidores.subList(1, 5));

        var herdeiros = IntStream.range(0, CHAVES).filter(i -> antes.get(i) == 0).map(depois::get).distinct().count();
        assertThat(IntStream.range(0, CHAVES).filter(i -> antes.get(i) != 0)).allSatisfy(i -> assertThat(depois.get(i)).isEqualTo(antes.get(i)));
        assertThat(herdeiros).as("vizinhos que herdaram").isEqualTo(4);
    }

    @Test
    @DisplayName("Quando um sexto entra, muda-se perto de um sexto das chaves, e todas para ele")
    void mudaUmSexto_quandoUmEntra() {
        var seis = Cenario.servidores(1, 1, 1, 1, 1, 1);
        var antes = donos(new HashConsistente(seis.subList(0, 5)), seis.subList(0, 5));
        var depois = donos(new HashConsistente(seis), seis);

        var mudadas = IntStream.range(0, CHAVES).filter(i -> !antes.get(i).equals(depois.get(i))).boxed().toList();

        assertThat(mudadas).allSatisfy(i -> assertThat(depois.get(i)).isEqualTo(5));
        assertThat(mudadas.size()).isBetween(CHAVES / 6 * 75 / 100, CHAVES / 6 * 125 / 100);
    }

    @Test
    @DisplayName("Quem pesa o triplo fica com perto do triplo das chaves")
    void respeitaOPeso_quandoUmPesaMais() {
        var servidores = Cenario.servidores(3, 1);

        var contagem = Cenario.contagem(donos(new HashConsistente(servidores), servidores));

        assertThat(contagem.get(0)).isBetween(CHAVES * 70L / 100, CHAVES * 80L / 100);
    }

    private static List<Integer> donos(Estrategia estrategia, List<Servidor> candidatos) {
        return Cenario.escolhas(estrategia, candidatos, CHAVES);
    }
}
