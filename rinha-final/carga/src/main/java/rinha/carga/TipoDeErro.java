package rinha.carga;

/// O que deu errado com um pedido.
public enum TipoDeErro {

    CONEXAO_RECUSADA("conexão recusada", false),
    SEM_RECURSO_LOCAL("faltaram portas ou descritores nesta máquina", false),
    CONEXAO_CAIU("conexão caiu", true),
    TIMEOUT("timeout", true),
    SEM_CONEXAO("sem conexão livre no prazo", false),
    RESPOSTA_INVALIDA("resposta fora do HTTP/1.1", true),
    CORPO_GRANDE("corpo maior do que o gerador guarda", true),
    STATUS_INESPERADO("status inesperado", true),
    CORPO_ERRADO("corpo reprovado na conferência", true),
    /// Quem mandou parar não esperou a resposta. Não é erro de ninguém: as medidas não o contam.
    INTERROMPIDO("cortado por quem mandou parar", true);

    private final String nome;
    private final boolean podeTerChegado;

    TipoDeErro(String nome, boolean podeTerChegado) {
        this.nome = nome;
        this.podeTerChegado = podeTerChegado;
    }

    /// Nome para as pessoas.
    public String nome() {
        return nome;
    }

    /// Diz se o servidor pode ter recebido e aplicado o pedido.
    public boolean podeTerChegado() {
        return podeTerChegado;
    }
}
