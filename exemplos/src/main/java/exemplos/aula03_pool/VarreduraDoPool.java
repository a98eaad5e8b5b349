package exemplos.aula03_pool;

/// As rodadas das duas cargas num tamanho de pool.
record VarreduraDoPool(int tamanho, Rodadas leitura, Rodadas compra, Posses posses) {

    VarreduraDoPool(int tamanho) {
        this(tamanho, new Rodadas(), new Rodadas(), new Posses(tamanho));
    }

    void comprou(Requisicoes.Medida medida) {
        compra.guardar(medida.carga());
        posses.guardar(medida);
    }
}
