package curso.bancada.servicos;

/// De onde veio um serviço.
public enum Origem {
    /// De um endereço dado no ambiente (`CURSO_POSTGRES_URL`, `CURSO_REDIS_URL`, `CURSO_AMQP_URL`): a bancada não o inicia nem o encerra.
    ENDERECO,
    /// De um contêiner, pedido com `CURSO_SERVICOS=docker`.
    DOCKER,
    /// Do binário que veio pelo Maven: o padrão.
    EMBUTIDO
}
