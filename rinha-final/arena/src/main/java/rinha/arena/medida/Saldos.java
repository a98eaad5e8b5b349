package rinha.arena.medida;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import rinha.arena.Recusa;
import rinha.carga.cenario.Rinha2024;

/// O saldo de cada cliente, como o servidor o mostra no extrato.
final class Saldos {
    private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(-?\\d{1,19})");
    private static final Duration PRAZO = Duration.ofSeconds(10);

    private Saldos() {}

    static Map<Integer, Long> ler(String url) throws InterruptedException {
        var saldos = new TreeMap<Integer, Long>();
        try (var cliente = HttpClient.newBuilder().connectTimeout(PRAZO).build()) {
            for (int i = 1; i <= Rinha2024.CLIENTES; i++) {
                saldos.put(i, ler(cliente, url + "/clientes/" + i + "/extrato"));
            }
        }
        return saldos;
    }

    /// O cliente HTTP da JDK não dá mensagem a uma conexão recusada nem a um prazo vencido.
    private static String motivo(IOException e) {
        return switch (e) {
            case HttpTimeoutException _ -> "passaram " + PRAZO.toSeconds() + " s";
            case ConnectException _ -> "ninguém escuta nesse endereço";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static long ler(HttpClient cliente, String url) throws InterruptedException {
        try {
            var resposta = cliente.send(HttpRequest.newBuilder(URI.create(url)).timeout(PRAZO).build(), HttpResponse.BodyHandlers.ofString());
            var total = TOTAL.matcher(resposta.body());
            if (resposta.statusCode() != 200 || !total.find()) {
                throw Recusa.falhou("GET %s devolveu %d, sem o saldo.".formatted(url, resposta.statusCode()), "O servidor fala o contrato? Confira: ./curso rinha avaliar --sem-carga --url …");
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw Recusa.de("%s não responde: %s.".formatted(url, motivo(e)),
                    "Confira se o servidor está no ar, ou deixe o curso subir um: o mesmo comando sem --url.");
        }
    }
}
