package rinha.credito.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// O texto de `--ajuda`, tirado de [Variavel]: a mesma tabela que a configuração lê.
public final class Ajuda {
    private static final Set<String> PEDIDOS = Set.of("-h", "--help", "--ajuda");

    private Ajuda() {}

    /// Basta um dos argumentos pedi-la.
    public static boolean pedida(String... argumentos) {
        return Arrays.stream(argumentos).anyMatch(PEDIDOS::contains);
    }

    public static String texto() {
        return """
                Uso: [VARIÁVEL=valor ...] java -jar credito.jar

                A API de crédito da Rinha de Backend 2024-Q1: atende até SIGTERM. A configuração vem do ambiente.

                %s
                Exemplo:
                  CREDITO_ARMAZENAMENTO=sqlite java -jar credito.jar

                Sai com 1 se não conseguiu subir, 2 se uma variável está errada ou veio um argumento.
                """.formatted(Arrays.stream(Variavel.values()).map(Ajuda::linhas).collect(Collectors.joining()));
    }

    private static String linhas(Variavel v) {
        return "  %s (%s)\n      %s\n".formatted(v.nome(), v.padrao().isEmpty() ? "sem padrão" : "padrão: " + v.padrao(), v.descricao());
    }
}
