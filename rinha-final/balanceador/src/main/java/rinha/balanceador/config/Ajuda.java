package rinha.balanceador.config;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// O texto de `--ajuda`, tirado de [Variavel]: a mesma tabela que a configuração lê.
public final class Ajuda {
    private static final Set<String> PEDIDOS = Set.of("-h", "--help", "--ajuda");

    private Ajuda() {}

    /// Basta um dos argumentos pedi-la; os outros não são conferidos.
    public static boolean pedida(String... argumentos) {
        return Arrays.stream(argumentos).anyMatch(PEDIDOS::contains);
    }

    public static String texto() {
        return """
                Uso: java -jar balanceador.jar [--opção=valor ...]

                Recebe pedidos HTTP/1.1 e os reparte entre servidores, até SIGTERM.

                Cada opção vale também como variável de ambiente: --porta=9999 é BALANCEADOR_PORTA=9999.
                A linha de comando vence.

                %s
                Exemplo:
                  java -jar balanceador.jar --servidores=127.0.0.1:8081,127.0.0.1:8082 --estrategia=rodada

                Sai com 1 se não conseguiu subir, 2 se uma opção ou variável está errada.
                """.formatted(Arrays.stream(Variavel.values()).map(Ajuda::linhas).collect(Collectors.joining()));
    }

    private static String linhas(Variavel v) {
        return "  %s, %s (padrão: %s)\n      %s\n".formatted(v.opcao(), v.nome(), v.padrao(), v.descricao());
    }
}
