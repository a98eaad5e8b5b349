package rinha.balanceador.estrategia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.balanceador.servidor.Servidor;

@DisplayName("Hash do IP: o mesmo cliente no mesmo servidor")
final class HashDoIpTest {
    private static final int CLIENTES = 4_000;

    @Test
    @DisplayName("O mesmo IP vai sempre ao mesmo servidor")
    void repeteOServidor_quandoOIpEOMesmo() {
        var servidores = Cenario.servidores(1, 1, 1);
        var estrategia = new HashDoIp(servidores);

        assertThat(donos(estrategia, servidores)).isEqualTo(donos(estrategia, servidores));
    }

    @Test
    @DisplayName("Espalha os clientes em partes parecidas")
    void espalha_quandoHaMuitosIps() {
        var servidores = Cenario.servidores(1, 1, 1, 1);
        var contagem = Cenario.contagem(List.copyOf(donos(new HashDoIp(servidores), servidores).values()));

        assertThat(contagem.values()).allSatisfy(n -> assertThat(n).isBetween(CLIENTES / 4 * 8L / 10, CLIENTES / 4 * 12L / 10));
    }

    @Test
    @DisplayName("Quando um servidor sai, só os clientes dele se mudam")
    void mudaSoOsDele_quandoUmSai() {
        var servidores = Cenario.servidores(1, 1, 1, 1);
        var estrategia = new HashDoIp(servidores);
        var antes = donos(estrategia, servidores);

        var depois = donos(estrategia, servidores.subList(1, 4));

        antes.forEach((ip, dono) -> {
            if (dono != 0) {
                assertThat(depois.get(ip)).as(ip).isEqualTo(dono);
            }
        });
        assertThat(depois.values()).doesNotContain(0);
    }

    private static Map<String, Integer> donos(Estrategia estrategia, List<Servidor> candidatos) {
        var donos = new HashMap<String, Integer>();
        IntStream.range(0, CLIENTES).mapToObj(i -> "10.%d.%d.7".formatted(i / 250, i % 250))
                .forEach(ip -> donos.put(ip, estrategia.escolher(candidatos, Cenario.ip(ip)).indice()));
        return donos;
    }
}
