package rinha.avaliador;

import java.util.Locale;

/// Dinheiro da nota, em centavos de dólar: a soma é exata.
public record Dolares(long centavos) implements Comparable<Dolares> {

    public static final Dolares ZERO = new Dolares(0);

    /// Devolve o valor arredondado ao centavo.
    public static Dolares de(double dolares) {
        return new Dolares(Math.round(dolares * 100));
    }

    public Dolares mais(Dolares outro) {
        return new Dolares(Math.addExact(centavos, outro.centavos));
    }

    public Dolares menos(Dolares outro) {
        return new Dolares(Math.subtractExact(centavos, outro.centavos));
    }

    public Dolares vezes(long n) {
        return new Dolares(Math.multiplyExact(centavos, n));
    }

    public boolean maisQueZero() {
        return centavos > 0;
    }

    @Override
    public int compareTo(Dolares outro) {
        return Long.compare(centavos, outro.centavos);
    }

    /// Escreve como `USD 1.606,02`.
    @Override
    public String toString() {
        return String.format(Locale.of("pt", "BR"), "USD %,.2f", centavos / 100.0);
    }
}
