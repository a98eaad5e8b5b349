package rinha.avaliador.consistencia;

/// A folha de um cliente no livro.
final class Folha {

    private final int cliente;
    private final long inicial;
    private long aceitas;
    private long soma;
    private long desconhecidas;
    private long debitosDesconhecidos;
    private long creditosDesconhecidos;

    Folha(int cliente, long inicial) {
        this.cliente = cliente;
        this.inicial = inicial;
    }

    int cliente() {
        return cliente;
    }

    void aceita(long delta) {
        aceitas++;
        soma += delta;
    }

    void desconhecida(long delta) {
        desconhecidas++;
        debitosDesconhecidos += Math.min(0, delta);
        creditosDesconhecidos += Math.max(0, delta);
    }

    Fechamento.Conta fechar(long visto) {
        long exato = inicial + soma;
        return new Fechamento.Conta(cliente, inicial, aceitas, soma, desconhecidas, exato + debitosDesconhecidos,
                exato + creditosDesconhecidos, visto);
    }
}
