package rinha.carga.medida;

/// Guarda à parte as latências dos pedidos que terminaram com a máquina na velocidade dela.
///
/// Junta por janelas de um décimo de segundo: a janela só conta se ela e a anterior, em que seus pedidos podem ter
/// começado, passaram sem um momento lento. Quem a julga é o pedido seguinte: com poucos por segundo, um momento lento
/// depois dela também a descarta, e sobram menos pedidos do que poderiam.
final class JanelasCalmas {

    static final long JANELA = 100_000_000;

    private final Calma calma;
    private final Latencias soma = Latencias.grossas();
    private final Latencias aberta = Latencias.grossas();
    private long fim = JANELA;

    JanelasCalmas(Calma calma) {
        this.calma = calma;
    }

    void registrar(long latencia, long agora) {
        if (agora >= fim) {
            fechar();
            fim = (agora / JANELA + 1) * JANELA;
        }
        if (latencia <= JANELA || calma.desde(agora - latencia)) {
            aberta.registrar(latencia);
        }
    }

    private void fechar() {
        if (aberta.total() > 0 && calma.desde(fim - 2 * JANELA)) {
            soma.somar(aberta);
        }
        aberta.zerar();
    }

    /// Fecha a janela em curso e devolve tudo o que contou.
    Latencias latencias() {
        fechar();
        return soma;
    }
}
