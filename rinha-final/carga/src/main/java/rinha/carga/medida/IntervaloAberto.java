package rinha.carga.medida;

/// O segundo em curso: acumula até ser fechado, e recomeça vazio na mesma memória.
final class IntervaloAberto {

    private final Latencias latencias = Latencias.grossas();
    private long inicio;
    private long devidos;
    private long enviados;
    private long respondidos;
    private long erros;
    private long maiorAtraso;

    void devido(long atraso) {
        devidos++;
        maiorAtraso = Math.max(maiorAtraso, atraso);
    }

    void enviado() {
        enviados++;
    }

    void respondido(long latencia) {
        respondidos++;
        latencias.registrar(latencia);
    }

    void desistiu(long latencia) {
        latencias.registrar(latencia);
    }

    void erro() {
        erros++;
    }

    long inicio() {
        return inicio;
    }

    Latencias latencias() {
        return latencias;
    }

    Intervalo fechar(long agora, long fimDoAquecimento, double ocupacao, double fila) {
        Intervalo fechado = new Intervalo(inicio / 1e9, agora / 1e9, inicio < fimDoAquecimento,
                devidos, enviados, respondidos, erros, latencias.p50Ms(), latencias.p99Ms(),
                latencias.p999Ms(), latencias.maxMs(), ocupacao, fila, maiorAtraso / 1e6);
        latencias.zerar();
        inicio = agora;
        devidos = 0;
        enviados = 0;
        respondidos = 0;
        erros = 0;
        maiorAtraso = 0;
        return fechado;
    }
}
