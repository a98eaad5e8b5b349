package exemplos.aula05_consultas;

/// As quatro estantes que [NMaisUmExperimento] compara.
enum JeitoDeLer {
    N_MAIS_UM("N+1", new EstanteComNMaisUm()),
    JOIN("join", new EstanteComJoin()),
    IN("IN (?, ?, …)", new EstanteComIn()),
    ANY("= ANY (?)", new EstanteComAny());

    final String nome;
    final Estante estante;

    JeitoDeLer(String nome, Estante estante) {
        this.nome = nome;
        this.estante = estante;
    }
}
