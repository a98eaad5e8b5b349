package rinha.credito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Fala HTTP com uma instância, um pedido por chamada.
final class Cliente implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PRAZO = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final String raiz;

    Cliente(int porta) {
        raiz = "http://127.0.0.1:" + porta;
    }

    HttpResponse<String> postar(Object cliente, String corpo) {
        return pedir("POST", "/clientes/" + cliente + "/transacoes", corpo, "Content-Type", "application/json");
    }

    HttpResponse<String> transacao(int cliente, String tipo, long valor, String descricao) {
        return postar(cliente, "{\"valor\":%d,\"tipo\":\"%s\",\"descricao\":\"%s\"}".formatted(valor, tipo, descricao));
    }

    HttpResponse<String> ler(String caminho) {
        return pedir("GET", caminho, null);
    }

    JsonNode extrato(int cliente) {
        var resposta = ler("/clientes/" + cliente + "/extrato");
        if (resposta.statusCode() != 200) {
            throw new AssertionError("o extrato respondeu " + resposta.statusCode() + ": " + resposta.body());
        }
        return json(resposta);
    }

    long saldo(int cliente) {
        return extrato(cliente).path("saldo").path("total").asLong();
    }

    static JsonNode json(HttpResponse<String> resposta) {
        return json(resposta.body());
    }

    static JsonNode json(String texto) {
        try {
            return JSON.readTree(texto);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void zerar() {
        var resposta = pedir("POST", "/reset", "");
        if (resposta.statusCode() != 204) {
            throw new AssertionError("o reset respondeu " + resposta.statusCode() + ": " + resposta.body());
        }
    }

    HttpResponse<String> pedir(String metodo, String caminho, String corpo, String... cabecalhos) {
        var pedido = HttpRequest.newBuilder(URI.create(raiz + caminho)).timeout(PRAZO)
                .method(metodo, corpo == null ? BodyPublishers.noBody() : BodyPublishers.ofString(corpo));
        if (cabecalhos.length > 0) {
            pedido.headers(cabecalhos);
        }
        try {
            return http.send(pedido.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(metodo + " " + caminho + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrompido", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
