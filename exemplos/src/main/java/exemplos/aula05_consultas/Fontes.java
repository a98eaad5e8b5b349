package exemplos.aula05_consultas;

import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/// Abre conexões com um banco por outro caminho: um proxy em 127.0.0.1, ou uma opção do driver.
final class Fontes {
    private Fontes() {}

    /// Uma conexão que passa pela porta de um proxy, sem TLS, para que o proxy possa ler o que passa.
    static Connection conectar(Banco banco, String host, int porta) throws SQLException {
        return fonte(banco, host, porta).getConnection();
    }

    /// A mesma conexão com `reWriteBatchedInserts`: o driver junta os `INSERT` de um lote em um só, de muitas linhas.
    static Connection conectarReescrevendoLotes(Banco banco, String host, int porta) throws SQLException {
        var fonte = fonte(banco, host, porta);
        fonte.setReWriteBatchedInserts(true);
        return fonte.getConnection();
    }

    private static PGSimpleDataSource fonte(Banco banco, String host, int porta) {
        var fonte = new PGSimpleDataSource();
        fonte.setServerNames(new String[] {host});
        fonte.setPortNumbers(new int[] {porta});
        fonte.setDatabaseName(banco.nome());
        fonte.setUser(banco.usuario());
        fonte.setPassword(banco.senha());
        fonte.setSslMode("disable");
        return fonte;
    }
}
