package rinha.balanceador.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Um servidor para onde se encaminha, escrito `host:porta` ou `host:porta*peso`.
public record Destino(String host, int porta, int peso) {
    public Destino {
        if (host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c > '~')) {
            throw invalido(host, "o host não pode ser vazio nem ter espaço ou barra");
        }
        if (porta < 1 || porta > 65_535) {
            throw invalido(host + ":" + porta, "a porta vai de 1 a 65535");
        }
        if (peso < 1 || peso > 1_000) {
            throw invalido(host + ":" + porta + "*" + peso, "o peso vai de 1 a 1000");
        }
    }

    public String nome() {
        return host + ":" + porta;
    }

    static List<Destino> lista(String texto) {
        var destinos = Arrays.stream(texto.split(",", -1)).map(String::strip).map(Destino::um).toList();
        var vistos = new HashSet<String>();
        for (var destino : destinos) {
            if (!vistos.add(destino.nome())) {
                throw invalido(destino.nome(), "um servidor aparece uma vez só; para mandar-lhe mais pedidos, use *peso");
            }
        }
        return destinos;
    }

    private static Destino um(String texto) {
        int doisPontos = texto.lastIndexOf(':');
        int asterisco = texto.indexOf('*', doisPontos + 1);
        if (doisPontos < 1) {
            throw invalido(texto, "faltou a porta");
        }
        try {
            int porta = Integer.parseInt(texto.substring(doisPontos + 1, asterisco < 0 ? texto.length() : asterisco));
            int peso = asterisco < 0 ? 1 : Integer.parseInt(texto.substring(asterisco + 1));
            return new Destino(texto.substring(0, doisPontos), porta, peso);
        } catch (NumberFormatException e) {
            throw invalido(texto, "porta e peso são inteiros");
        }
    }

    private static IllegalArgumentException invalido(String texto, String regra) {
        return Leitor.invalido(Variavel.SERVIDORES, texto, regra);
    }
}
