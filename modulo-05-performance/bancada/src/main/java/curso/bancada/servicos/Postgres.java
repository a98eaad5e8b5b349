package curso.bancada.servicos;

/// Um servidor PostgreSQL durável (`fsync` e `synchronous_commit` ligados).
public interface Postgres {
    /// Cria um banco vazio, que ninguém mais usa; quem o pede o fecha.
    Banco novoBanco();

    /// Diz se o servidor ainda responde; um servidor morto não volta: peça outro a [Servicos#postgres()].
    boolean vivo();

    Origem origem();

    /// A versão que o servidor informa, por exemplo `18.6`.
    String versao();

    /// O endereço JDBC do banco de manutenção, com `user` e `password` como parâmetros.
    String url();

    int porta();
}
