package curso.bancada.servicos;

/// Um serviço em pé, do ponto de vista de quem o abriu.
interface Servico {
    boolean vivo();

    /// Encerra o que a bancada iniciou; o que veio por endereço não é tocado. Não falha.
    void encerrar();
}
