package rinha.credito.conta;

/// Para que lado a transação move o saldo.
public enum Tipo {
    CREDITO("c"),
    DEBITO("d");

    private final String letra;

    Tipo(String letra) {
        this.letra = letra;
    }

    /// A letra do contrato: `c` ou `d`.
    public String letra() {
        return letra;
    }

    /// O tipo de uma transação guardada com sinal: crédito positivo, débito negativo.
    public static Tipo doSinal(long valorComSinal) {
        return valorComSinal > 0 ? CREDITO : DEBITO;
    }
}
