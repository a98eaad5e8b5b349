package rinha.credito.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Lê valores do ambiente; recusa o que não entende, nunca ajusta.
final class Leitor {
    private static final int SEGREDO_MAXIMO = 4_096;

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

    /// O valor da variável, ou o conteúdo do arquivo que a outra indica; as duas juntas são recusadas.
    String segredo(Variavel variavel, Variavel arquivo) {
        if (!ambiente.containsKey(arquivo.nome())) {
            return texto(variavel);
        }
        String caminho = texto(arquivo);
        if (ambiente.containsKey(variavel.nome())) {
            throw invalido(arquivo, caminho, "não vale junto com " + variavel.nome());
        }
        try (var bytes = Files.newInputStream(Path.of(caminho))) {
            String segredo = new String(bytes.readNBytes(SEGREDO_MAXIMO), StandardCharsets.UTF_8).strip();
            if (segredo.isEmpty() || bytes.read() >= 0) {
                throw invalido(arquivo, caminho, "o arquivo precisa ter de 1 a %d bytes".formatted(SEGREDO_MAXIMO));
            }
            return segredo;
        } catch (IOException | InvalidPathException e) {
            throw invalido(arquivo, caminho, "não consegui ler o arquivo");
        }
    }

    /// `redis://máquina:porta` e mais nada: senha, banco e TLS não são usados, e aceitá-los calado enganaria.
    URI redis(Variavel variavel) {
        String texto = texto(variavel);
        try {
            var uri = new URI(texto);
            if (uri.getPort() >= 1 && uri.getPort() <= 65_535 && texto.equals("redis://" + uri.getHost() + ":" + uri.getPort())) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // A mensagem abaixo serve aos dois casos: o que veio e o que vale.
        }
        throw invalido(variavel, texto, "precisa ser redis://máquina:porta, sem senha nem banco");
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
        return Arrays.stream(opcoes).filter(opcao -> escrita(opcao).equals(texto.toLowerCase(Locale.ROOT))).findFirst().orElseThrow(() ->
                invalido(variavel, texto, "precisa ser " + Arrays.stream(opcoes).map(Leitor::escrita).collect(Collectors.joining(" ou "))));
    }

    static String escrita(Enum<?> opcao) {
        return opcao.name().toLowerCase(Locale.ROOT);
    }

    private void recusarDesconhecidas() {
        var conhecidas = Arrays.stream(Variavel.values()).map(Variavel::nome).collect(Collectors.toSet());
        ambiente.keySet().stream().filter(nome -> nome.startsWith(Variavel.PREFIXO) && !conhecidas.contains(nome)).sorted().findFirst().ifPresent(nome -> {
            throw new IllegalArgumentException("%s não é uma variável desta API.".formatted(nome));
        });
    }

    private static IllegalArgumentException invalido(Variavel variavel, String valor, String regra) {
        return new IllegalArgumentException("%s=%s: %s. %s Corrija a variável e inicie de novo.".formatted(variavel.nome(), valor, regra, variavel.descricao()));
    }
}
