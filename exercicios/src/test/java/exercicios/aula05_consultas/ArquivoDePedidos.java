package exercicios.aula05_consultas;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.servicos.Banco;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A tabela do exercício 05.3 e o que ela guarda depois da importação.
final class ArquivoDePedidos {
    private final Banco banco;

    /// Uma linha da tabela, como o banco a guardou.
    record Linha(String codigo, String cliente, String observacao, long totalCentavos) {}

    private ArquivoDePedidos(Banco banco) {
        this.banco = banco;
    }

    static ArquivoDePedidos em(Banco banco) {
        // O teste conta idas e voltas e linhas; a durabilidade não muda a contagem, e sem ela o jeito lento falha logo.
        banco.executar("ALTER DATABASE \"%s\" SET synchronous_commit = off".formatted(banco.nome()));
        banco.executar("""
                CREATE TABLE pedidos (
                    codigo         text PRIMARY KEY,
                    cliente        text NOT NULL,
                    observacao     text,
                    total_centavos bigint NOT NULL CHECK (total_centavos > 0))
                """);
        return new ArquivoDePedidos(banco);
    }

    /// Um pool de uma conexão em que quem espera desiste em dois segundos; quem o pede o fecha.
    HikariDataSource poolDeUmaConexao() {
        var config = new HikariConfig();
        config.setDataSource(new BancoPaciente(banco));
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        return new HikariDataSource(config);
    }

    long gravados() {
        return banco.numero("SELECT count(*) FROM pedidos");
    }

    List<Linha> linhas() throws SQLException {
        var lidas = new ArrayList<Linha>();
        var sql = """
                SELECT codigo, cliente, observacao, total_centavos
                  FROM pedidos
                 ORDER BY codigo
                """;
        try (var conexao = banco.dataSource().getConnection(); var consulta = conexao.prepareStatement(sql);
                var linhas = consulta.executeQuery()) {
            while (linhas.next()) {
                lidas.add(new Linha(linhas.getString(1), linhas.getString(2), linhas.getString(3), linhas.getLong(4)));
            }
        }
        return lidas;
    }
}
