package rinha.carga;

import java.time.Duration;

/// Escreve durações como se pedem na linha de comando: `500ms`, `30s`, `1min30s`, `30h`.
public final class Duracoes {

    private Duracoes() {
    }

    public static String escrever(Duration d) {
        String texto = parte(d.toHours(), "h") + parte(d.toMinutesPart(), "min") + parte(d.toSecondsPart(), "s")
                + parte(d.toMillisPart(), "ms");
        return texto.isEmpty() ? "0s" : texto;
    }

    private static String parte(long n, String unidade) {
        return n == 0 ? "" : n + unidade;
    }
}
