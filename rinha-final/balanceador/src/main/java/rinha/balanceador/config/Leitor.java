package rinha.balanceador.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lê valores do ambiente e da linha de comando; recusa o que não entende, nunca ajusta.
final class Leitor {
    private final Map<Variavel, String> valores = new HashMap<>();

    Leitor(Map<String, String> ambiente, String... argumentos) {
        ambiente.forEach((nome, valor) -> {
            if (nome.startsWith(Variavel.PREFIXO)) {
                valores.put(conhecida(nome, Variavel::nome), valor);
            }
        });
        for (String argumento : argumentos) {
            int igual = argumento.indexOf('=');
            var variavel = conhecida(igual < 0 ? argumento : argumento.substring(0, igual), Variavel::opcao);
            if (igual < 0) {
                throw new IllegalArgumentException("falta o valor de %s. Escreva, por exemplo, %s=%s".formatted(argumento, argumento, variavel.padrao()));
            }
            valores.put(variavel, argumento.substring(igual + 1));
        }
    }

    String texto(Variavel variavel) {
        String valor = valores.getOrDefault(variavel, variavel.padrao());
        if (valor.isBlank()) {
            throw invalido(variavel, valor, "não pode ficar vazia");
        }
        return valor.strip();
    }

    int inteiro(Variavel variavel, int minimo, int maximo) {
        String texto = texto(variavel);
        try {
            int valor = Integer.parseInt(texto);
            if (valor >= minimo && valor <= maximo) {
                return valor;
            }
        } catch (NumberFormatException e) {
            // A mensagem abaixo serve aos dois casos: o que veio e o que vale.
        }
        throw invalido(variavel, texto, "precisa ser um inteiro de %d a %d".formatted(minimo, maximo));
    }

    Duration milissegundos(Variavel variavel, int minimo) {
        return Duration.ofMillis(inteiro(variavel, minimo, 3_600_000));
    }

    boolean simOuNao(Variavel variavel) {
        String texto = texto(variavel);
        return switch (texto.toLowerCase(Locale.ROOT)) {
            case "sim" -> true;
            case "nao", "não" -> false;
            default -> throw invalido(variavel, texto, "precisa ser sim ou nao");
        };
    }

    <E extends Enum<E>> E escolha(Variavel variavel, Class<E> tipo) {
        String texto = texto(variavel);
        var opcoes = Arrays.stream(tipo.getEnumConstants()).collect(Collectors.toMap(Leitor::escrita, o -> o));
        var opcao = opcoes.get(texto.toLowerCase(Locale.ROOT));
        if (opcao == null) {
            throw invalido(variavel, texto, "precisa ser " + opcoes.keySet().stream().sorted().collect(Collectors.joining(" ou ")));
        }
        return opcao;
    }

    static IllegalArgumentException invalido(Variavel variavel, String valor, String regra) {
        return new IllegalArgumentException("%s=%s: %s. %s Corrija e inicie de novo.".formatted(variavel.nome(), valor, regra, variavel.descricao()));
    }

    static String escrita(Enum<?> opcao) {
        return opcao.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Variavel conhecida(String nome, Function<Variavel, String> escrita) {
        return Arrays.stream(Variavel.values()).filter(v -> escrita.apply(v).equals(nome)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("não conheço «%s»".formatted(nome)));
    }
}
