package rinha.credito.contrato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.credito.contrato.Leitura.Lida;

@DisplayName("O leitor à mão e o Jackson estrito concordam")
final class LeitorContraJacksonTest {
    private static final int CASOS = 20_000;
    private static final String[] SEMENTES = {
        "{\"valor\":1000,\"tipo\":\"c\",\"descricao\":\"toma\"}", "{\"descricao\":\"ação 😀\",\"valor\":9223372036854775807,\"tipo\":\"d\"}",
        "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"\\u00e7\\n\\\"\\ud83d\\ude00\",\"x\":[1,{\"y\":null}]}", "{ \"valor\" : -12.5e+3 , \"tipo\" : true }"
    };
    private static final String[] PEDACOS = {"\"", "\\", "{", "}", "[", "]", ":", ",", "0", "9", "-", ".", "e", "\\u0000", "\\ud800", "null", "true", " ", "ç", "😀", "\"valor\":1,", "\"tipo\":\"d\","};

    @ParameterizedTest(name = "semente {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("Em corpos válidos e estragados ao acaso, aceitam e recusam os mesmos, com os mesmos valores")
    void concordamSempre_quandoCorposSaoEstragadosAoAcaso(long semente) {
        var sorteio = new Random(semente);
        int aceitos = 0;
        for (int caso = 0; caso < CASOS; caso++) {
            byte[] corpo = estragar(SEMENTES[sorteio.nextInt(SEMENTES.length)].getBytes(StandardCharsets.UTF_8), sorteio);
            var nosso = LeitorDeTransacao.ler(corpo, corpo.length) instanceof Lida lida ? Optional.of(lida) : Optional.<Lida>empty();
            assertThat(nosso).as("semente=%d caso=%d corpo=%s (%s)", semente, caso, new String(corpo, StandardCharsets.UTF_8), HexFormat.of().formatHex(corpo))
                    .isEqualTo(LeitorComJackson.ler(corpo));
            aceitos += nosso.isPresent() ? 1 : 0;
        }
        // Se quase tudo fosse recusado, concordar não provaria nada.
        assertThat(aceitos).isBetween(CASOS / 20, CASOS * 19 / 20);
    }

    private static byte[] estragar(byte[] corpo, Random sorteio) {
        var novo = new ByteArrayOutputStream();
        int estragos = sorteio.nextInt(3);
        int onde = estragos == 0 ? -1 : sorteio.nextInt(corpo.length);
        for (int i = 0; i < corpo.length; i++) {
            if (i != onde) {
                novo.write(corpo[i]);
                continue;
            }
            switch (sorteio.nextInt(4)) {
                case 0 -> novo.write(sorteio.nextInt(256));
                case 1 -> novo.writeBytes(PEDACOS[sorteio.nextInt(PEDACOS.length)].getBytes(StandardCharsets.UTF_8));
                case 2 -> {
                    novo.write(corpo[i]);
                    novo.writeBytes(PEDACOS[sorteio.nextInt(PEDACOS.length)].getBytes(StandardCharsets.UTF_8));
                }
                default -> onde = -1; // o byte some
            }
            if (estragos == 2 && onde >= 0) {
                onde = i + 1 + sorteio.nextInt(corpo.length - i);
                estragos--;
            }
        }
        return novo.toByteArray();
    }
}
