package exemplos.aula05_consultas;

import curso.bancada.instrumentos.RedeLenta;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// Uma conexão com o banco a uma certa distância; fechar fecha a conexão e o proxy.
///
/// Sem atraso não há proxy nenhum: é o que se vê na máquina de quem desenvolve.
record Caminho(Connection conexao, Optional<RedeLenta> rede) implements AutoCloseable {

    static Caminho ate(Banco banco, Duration idaEVolta) throws SQLException {
        return ate(banco, idaEVolta, Fontes::conectar);
    }

    static Caminho ate(Banco banco, Duration idaEVolta, Conectar como) throws SQLException {
        if (idaEVolta.isZero()) {
            return new Caminho(como.conectar(banco, banco.host(), banco.porta()), Optional.empty());
        }
        var rede = RedeLenta.ate(banco.host(), banco.porta(), idaEVolta);
        try {
            return new Caminho(como.conectar(banco, rede.host(), rede.porta()), Optional.of(rede));
        } catch (SQLException e) {
            rede.close();
            throw e;
        }
    }

    /// Como abrir a conexão, dado o endereço.
    @FunctionalInterface
    interface Conectar {
        Connection conectar(Banco banco, String host, int porta) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        try {
            conexao.close();
        } finally {
            rede.ifPresent(RedeLenta::close);
        }
    }
}
