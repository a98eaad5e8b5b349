package curso.bancada.medicao;

/// Uma frase sobre o comportamento, o veredito desta execução e o que foi observado.
///
/// @param frase     o que se afirma, no presente: «o pool atende ao menos 5 vezes mais requisições»
/// @param veredito  o que esta execução disse
/// @param observado o que se viu, com número e unidade
public record Afirmacao(String frase, Veredito veredito, String observado) {

    public Afirmacao {
        Exigir.texto(frase, "frase da afirmação");
        Exigir.que(veredito != null, "afirmação «%s» sem veredito", frase);
        Exigir.texto(observado, "observado da afirmação «" + frase + "»");
    }

    /// Julga uma contagem: vale ou não vale, sem meio-termo.
    public static Afirmacao de(String frase, boolean vale, String observado) {
        return new Afirmacao(frase, vale ? Veredito.VALE : Veredito.NAO_VALE, observado);
    }

    /// Julga uma razão medida: vale se o intervalo inteiro está em `razaoMinima` ou acima; não vale se
    /// está todo abaixo; é inconclusiva se o intervalo a contém ou se há pares de menos
    /// ([Comparacao#PARES_PARA_CONCLUIR]).
    public static Afirmacao de(String frase, Comparacao comparacao, double razaoMinima) {
        return new Afirmacao(frase, comparacao.veredito(razaoMinima), observado(comparacao, Numeros.significativos(razaoMinima)));
    }

    /// Julga uma razão medida contra uma faixa: vale se o intervalo inteiro está nela; não vale se está todo fora.
    public static Afirmacao de(String frase, Comparacao comparacao, double razaoMinima, double razaoMaxima) {
        return new Afirmacao(frase, comparacao.veredito(razaoMinima, razaoMaxima), observado(comparacao,
                "a faixa de " + Numeros.significativos(razaoMinima) + " a " + Numeros.significativos(razaoMaxima)));
    }

    private static String observado(Comparacao c, String esperado) {
        var faixa = c.paresBastam()
                ? "IC 95%%: %s a %s; %d pares".formatted(Numeros.significativos(c.inferior()),
                        Numeros.significativos(c.superior()), c.pares())
                : "%d pares não bastam para um intervalo de 95%%".formatted(c.pares());
        return "razão %s (%s), contra %s".formatted(Numeros.significativos(c.razao()), faixa, esperado);
    }
}
