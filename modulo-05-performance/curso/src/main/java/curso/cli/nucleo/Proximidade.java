package curso.cli.nucleo;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Adivinha o que a pessoa quis digitar.
final class Proximidade {

    private static final double NUMEROS_VIZINHOS = 3;

    private Proximidade() {
    }

    /// Devolve o candidato mais parecido, se a diferença é de um engano de digitação: até metade das letras. Entre
    /// números, o de valor mais perto, se é vizinho: quem pede a 99 não quis dizer 05.
    static Optional<String> maisProximo(String pedido, Collection<String> candidatos) {
        if (numero(pedido) && candidatos.stream().allMatch(Proximidade::numero)) {
            double valor = Double.parseDouble(pedido);
            return candidatos.stream().min(Comparator.comparingDouble(c -> Math.abs(Double.parseDouble(c) - valor)))
                    .filter(c -> Math.abs(Double.parseDouble(c) - valor) < NUMEROS_VIZINHOS);
        }
        return candidatos.stream()
                .min(Comparator.comparingInt(c -> distancia(pedido, c)))
                .filter(c -> distancia(pedido, c) * 2 <= Math.max(2, Math.max(pedido.length(), c.length())));
    }

    private static boolean numero(String texto) {
        return texto.matches("\\d{1,6}(\\.\\d{1,6})?");
    }

    /// Distância de Levenshtein, sem distinguir maiúsculas.
    static int distancia(String um, String outro) {
        var a = um.toLowerCase(Locale.ROOT);
        var b = outro.toLowerCase(Locale.ROOT);
        var anterior = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            anterior[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var atual = new int[b.length() + 1];
            atual[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int troca = anterior[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                atual[j] = Math.min(troca, Math.min(anterior[j], atual[j - 1]) + 1);
            }
            anterior = atual;
        }
        return anterior[b.length()];
    }
}
