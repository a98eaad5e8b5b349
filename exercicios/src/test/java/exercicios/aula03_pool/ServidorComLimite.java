package exercicios.aula03_pool;

import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// O banco do teste, que recusa a conexão além do limite como o PostgreSQL recusa além de `max_connections`.
///
/// O limite do servidor de verdade é de todos os bancos dele; este vale só para o que passa por aqui.
final class ServidorComLimite extends BancoPaciente {

    private static final long serialVersionUID = 1L;

    private final int limite;
    private final transient Set<Connection> abertas = new HashSet<>();

    ServidorComLimite(Banco banco, int limite) {
        super(banco);
        this.limite = limite;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        for (var it = abertas.iterator(); it.hasNext(); ) {
            if (it.next().isClosed()) {
                it.remove();
            }
        }
        if (abertas.size() >= limite) {
            throw new SQLException("FATAL: sorry, too many clients already", "53300");
        }
        var conexao = super.getConnection();
        abertas.add(conexao);
        return conexao;
    }
}
