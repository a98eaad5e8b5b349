package curso.bancada.correcao;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reduz um despejo de threads ao que o aluno precisa ver: poucas threads, sem os quadros do JUnit e da bancada.
final class PilhasResumidas {

    private static final int MAXIMO_DE_THREADS = 4;
    private static final int MAXIMO_DE_QUADROS = 12;
    private static final List<String> RUIDO = List.of(
            "java.base/jdk.internal.reflect.", "java.base/java.lang.reflect.", "java.base/java.lang.invoke.", "org.junit.", "curso.bancada.correcao.");

    private PilhasResumidas() {}

    /// Recebe pilhas como as de [curso.bancada.instrumentos.PilhasDeThreads].
    ///
    /// A thread `primeira` vem antes: as outras podem ser de um teste anterior que também travou.
    static String de(String pilhas, String primeira) {
        List<String> todas = Stream.of(pilhas.strip().split("\\R\\R+"))
                .sorted(Comparator.comparing(pilha -> !pilha.lines().findFirst().orElse("").contains("\"" + primeira + "\"")))
                .toList();
        String primeiras = todas.stream().limit(MAXIMO_DE_THREADS).map(PilhasResumidas::resumir).collect(Collectors.joining("\n"));
        int resto = todas.size() - MAXIMO_DE_THREADS;
        return resto > 0 ? primeiras + "\n  (e mais " + resto + " threads)" : primeiras;
    }

    private static String resumir(String pilha) {
        List<String> linhas = pilha.lines().toList();
        String quadros = linhas.stream().skip(1).map(String::strip)
                .filter(linha -> RUIDO.stream().noneMatch(ruido -> linha.startsWith("at " + ruido)))
                .limit(MAXIMO_DE_QUADROS)
                .map(linha -> "      " + linha)
                .collect(Collectors.joining("\n"));
        return "  " + linhas.getFirst() + "\n" + quadros;
    }
}
