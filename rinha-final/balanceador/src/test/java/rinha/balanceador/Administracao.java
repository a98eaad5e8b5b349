package rinha.balanceador;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Pergunta à porta de administração.
final class Administracao {
    private static final HttpClient CLIENTE = HttpClient.newHttpClient();

    private Administracao() {}

    static HttpResponse<String> resposta(Balanceador balanceador, String caminho) throws IOException, InterruptedException {
        var pedido = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(balanceador.portaDeAdministracao(), caminho))).timeout(Duration.ofSeconds(15)).build();
        return CLIENTE.send(pedido, HttpResponse.BodyHandlers.ofString());
    }

    static String texto(Balanceador balanceador, String caminho) throws IOException, InterruptedException {
        return resposta(balanceador, caminho).body();
    }
}
