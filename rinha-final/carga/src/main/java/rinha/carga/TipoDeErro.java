package rinha.carga;

/// O que deu errado com um pedido.
public enum TipoDeErro {

    CONEXAO_RECUSADA("conexão recusada"),
    SEM_RECURSO_LOCAL("faltaram portas ou descritores nesta máquina"),
    CONEXAO_CAIU("conexão caiu"),
    TIMEOUT("timeout"),
    SEM_CONEXAO("sem conexão livre no prazo"),
    RESPOSTA_INVALIDA("resposta fora do HTTP/1.1"),
    CORPO_GRANDE("corpo maior do que o gerador guarda"),
    STATUS_INESPERADO("status inesperado"),
    CORPO_ERRADO("corpo reprovado na conferência"),
    /// Quem mandou parar não esperou a resposta. Não é erro de ninguém: as medidas não o contam.
    INTERROMPIDO("cortado por quem mandou parar");

    private final String nome;

    TipoDeErro(String nome) {
        this.nome = nome;
    }

    /// Nome para as pessoas.
    public String nome() {
        return nome;
    }
}
