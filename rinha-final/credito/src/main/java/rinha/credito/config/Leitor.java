package rinha.credito.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Lê valores do ambiente; recusa o que não entende, nunca ajusta.
final class Leitor {
    private final Map<String, String> ambiente;

    Leitor(Map<String, String> ambiente) {
        this.ambiente = ambiente;
        recusarDesconhecidas();
    }

    String texto(Variavel variavel) {
        String valor = ambiente.getOrDefault(variavel.nome(), variavel.padrao());
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
        var opcoes = tipo.getEnumConstants();
        return Arrays.stream(opcoes).filter(opcao -> opcao.name().equalsIgnoreCase(texto)).findFirst().orElseThrow(() ->
                invalido(variavel, texto, "precisa ser " + Arrays.stream(opcoes).map(o -> o.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" ou "))));
    }

    private void recusarDesconhecidas() {
        var conhecidas = Arrays.stream(Variavel.values()).map(Variavel::nome).collect(Collectors.toSet());
        ambiente.keySet().stream().filter(nome -> nome.startsWith(Variavel.PREFIXO) && !conhecidas.contains(nome)).sorted().findFirst().ifPresent(nome -> {
            throw new IllegalArgumentException("%s não é uma variável desta API. Confira o nome na tabela do README de credito.".formatted(nome));
        });
    }

    private static IllegalArgumentException invalido(Variavel variavel, String valor, String regra) {
        return new IllegalArgumentException("%s=%s: %s. %s Corrija a variável e inicie de novo.".formatted(variavel.nome(), valor, regra, variavel.descricao()));
    }
}
