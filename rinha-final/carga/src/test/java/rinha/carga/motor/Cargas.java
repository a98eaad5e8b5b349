package rinha.carga.motor;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import rinha.carga.Alvo;
import rinha.carga.Chegadas;
import rinha.carga.Conferencia;
import rinha.carga.Fluxo;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.medida.Resultado;

/// Cargas pequenas, para que cada teste diga só o que tem de próprio.
final class Cargas {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    static final Duration MEIO_SEGUNDO = Duration.ofMillis(500);
    private static final Pedido PEDIDO = Pedido.semCorpo(Molde.get("raiz", "/x?y=1"));
    static final Fonte GET = () -> PEDIDO;

    private Cargas() {
    }

    static Modelo.Fechado fechado(int conexoes, long maximo) {
        return new Modelo.Fechado(conexoes, Duration.ZERO, Duration.ofSeconds(10), maximo, GET);
    }

    static Modelo.Aberto aberto(int conexoes, Perfil perfil) {
        return new Modelo.Aberto(conexoes, Chegadas.REGULARES, List.of(new Fluxo("f", perfil, GET)));
    }

    static Plano plano(Alvo alvo, Modelo modelo) {
        return Plano.de(alvo, modelo, Conferencia.status(200)).comTimeout(Duration.ofSeconds(3));
    }

    static Resultado rodar(Plano plano) throws InterruptedException {
        return new Gerador(plano).rodar();
    }

    static void escrever(OutputStream saida, String texto) throws Exception {
        saida.write(texto.getBytes(StandardCharsets.ISO_8859_1));
    }
}
