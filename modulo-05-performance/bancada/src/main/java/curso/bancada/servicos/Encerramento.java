package curso.bancada.servicos;

/// Como se encerra um serviço; o de quem só foi alcançado por endereço não faz nada.
@FunctionalInterface
interface Encerramento {
    Encerramento NENHUM = () -> {};

    void encerrar();
}
