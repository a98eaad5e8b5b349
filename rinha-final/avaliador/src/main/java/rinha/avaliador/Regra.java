package rinha.avaliador;

/// Uma regra do contrato, ou um conselho além dele.
///
/// @param id     estável, como `C07-debito-alem-do-limite`
/// @param titulo o que deve valer, numa frase
/// @param porque por que a regra existe
/// @param trecho a frase do contrato que a sustenta; vazio no conselho
/// @param peso   o que custa não cumpri-la
public record Regra(String id, String titulo, String porque, String trecho, Peso peso) {

    /// Onde está o contrato.
    public static final String CONTRATO = "https://github.com/zanfranceschi/rinha-de-backend-2024-q1";

    /// O que custa não cumprir uma regra.
    public enum Peso {
        /// Cada ocorrência é uma inconsistência de saldo: USD 803,01.
        SALDO("inconsistência de saldo, USD 803,01 cada"),
        /// A resposta deixa de contar como boa no SLA.
        RESPOSTA("resposta que não conta como boa no SLA"),
        /// Robustez que o contrato não pede.
        CONSELHO("sem custo: conselho");

        private final String nome;

        Peso(String nome) {
            this.nome = nome;
        }

        public String nome() {
            return nome;
        }
    }

    public Regra {
        if (!id.matches("[A-Z]\\d\\d-[a-z0-9-]+")) {
            throw new IllegalArgumentException("id «" + id + "»: use uma letra, dois algarismos e um nome, como C07-debito-alem-do-limite");
        }
    }

    /// Devolve a letra e o número, como `C07`: basta para pedir a regra em `--so`.
    public String numero() {
        return id.substring(0, 3);
    }

    public boolean oficial() {
        return peso != Peso.CONSELHO;
    }
}
