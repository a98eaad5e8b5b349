package rinha.arena.medida;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import rinha.arena.Recusa;
import rinha.avaliador.conversa.Conversa;
import rinha.avaliador.conversa.Mensagem;
import rinha.carga.Alvo;
import rinha.carga.cenario.Rinha2024;

/// O saldo de cada cliente, como o servidor o mostra no extrato.
final class Saldos {
    private static final Duration PRAZO = Duration.ofSeconds(10);

    private Saldos() {}

    static Map<Integer, Long> ler(String url) {
        var conversa = new Conversa(Alvo.de(url), PRAZO);
        var saldos = new TreeMap<Integer, Long>();
        for (int i = 1; i <= Rinha2024.CLIENTES; i++) {
            saldos.put(i, ler(conversa, url, "/clientes/" + i + "/extrato"));
        }
        return saldos;
    }

    private static long ler(Conversa conversa, String url, String caminho) {
        var troca = conversa.pedir(Mensagem.get(caminho));
        if (!troca.respondida()) {
            throw Recusa.de("%s não responde: %s.".formatted(url + caminho, troca.veio()),
                    "Confira se o servidor está no ar, ou deixe o curso subir um: o mesmo comando sem --url.");
        }
        return troca.json().filter(_ -> troca.status() == 200).map(extrato -> extrato.at("/saldo/total"))
                .filter(JsonNode::isIntegralNumber).filter(JsonNode::canConvertToLong).map(JsonNode::asLong)
                .orElseThrow(() -> Recusa.falhou("GET %s devolveu %s: não há nele o saldo.".formatted(url + caminho, troca.veio()),
                        "O servidor fala o contrato? Confira: ./curso rinha avaliar --sem-carga --url …"));
    }
}
