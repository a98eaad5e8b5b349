package curso.bancada.servicos;

/// Um servidor Redis, sem persistência quando embutido.
public interface Redis {
    String host();

    int porta();

    /// Diz se o servidor ainda responde; um servidor morto não volta: peça outro a [Servicos#redis()].
    boolean vivo();

    Origem origem();

    /// Apaga todas as chaves: `FLUSHALL` no servidor que a bancada iniciou, recusado num endereço dado de fora.
    void limpar();
}
