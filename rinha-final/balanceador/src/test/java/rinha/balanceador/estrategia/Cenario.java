package rinha.balanceador.estrategia;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rinha.balanceador.config.Config;
import rinha.balanceador.servidor.Grupo;
import rinha.balanceador.servidor.Servidor;

/// Servidores de mentira com os pesos dados, e contas do que uma estratégia escolhe.
final class Cenario {
    private Cenario() {}

    static List<Servidor> servidores(int... pesos) {
        String lista = IntStream.range(0, pesos.length).mapToObj(i -> "10.0.0.%d:80*%d".formatted(i + 1, pesos[i])).collect(Collectors.joining(","));
        return new Grupo(Config.de(Map.of("BALANCEADOR_SERVIDORES", lista)), () -> 0, (_, _) -> {}).todos();
    }

    record Quem(String ip, CharSequence chave) implements Visitante {}

    static Visitante chave(String chave) {
        return new Quem("10.1.1.1", chave);
    }

    static Visitante ip(String ip) {
        return new Quem(ip, "/");
    }

    /// Escolhe `vezes` e devolve cada pedido na hora; o resultado são os índices, em ordem.
    static List<Integer> escolhas(Estrategia estrategia, List<Servidor> candidatos, int vezes) {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < vezes; i++) {
            var servidor = estrategia.escolher(candidatos, chave("/" + i));
            servidor.sair();
            indices.add(servidor.indice());
        }
        return indices;
    }

    static Map<Integer, Long> contagem(List<Integer> escolhas) {
        return escolhas.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
