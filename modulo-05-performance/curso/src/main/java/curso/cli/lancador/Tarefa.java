package curso.cli.lancador;

import java.util.List;
import java.util.stream.Stream;

/// O que se constrói, e para que comando.
enum Tarefa {
    BASE, EXEMPLOS, RINHA,
    /// O que `mvnw -o verify` pede; uma vez só.
    SEM_REDE;

    /// A palavra é o primeiro argumento que não é opção; sem argumento nenhum, o curso se prepara inteiro.
    static List<Tarefa> pedidas(List<String> argumentos) {
        var palavra = argumentos.isEmpty() ? "preparar"
                : argumentos.stream().filter(a -> !a.startsWith("-")).findFirst().orElse("");
        return Stream.concat(Stream.of(BASE), switch (palavra) {
            case "exemplo", "benchmark", "medir" -> Stream.of(EXEMPLOS);
            case "rinha" -> Stream.of(RINHA);
            case "preparar" -> Stream.of(EXEMPLOS, SEM_REDE);
            default -> Stream.<Tarefa>empty();
        }).toList();
    }
}
