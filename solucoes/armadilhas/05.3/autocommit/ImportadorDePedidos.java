package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Armadilha: um INSERT por pedido, com o autocommit ligado.
public final class ImportadorDePedidos {
    private static final String INSERIR = """
            INSERT INTO pedidos (codigo, cliente, observacao, total_centavos)
            VALUES (?, ?, ?, ?)
            """;

    /// Um pedido do arquivo; só a observação pode ser `null`.
    public record Pedido(String codigo, String cliente, String observacao, long totalCentavos) {}

    private final DataSource banco;

    public ImportadorDePedidos(DataSource banco) {
        this.banco = banco;
    }

    /// Grava todos os pedidos, ou nenhum e lança `SQLException`; devolve quantos gravou.
    public int importar(List<Pedido> pedidos) throws SQLException {
        int gravados = 0;
        try (Connection conexao = banco.getConnection(); PreparedStatement comando = conexao.prepareStatement(INSERIR)) {
            for (Pedido pedido : pedidos) {
                comando.setString(1, pedido.codigo());
                comando.setString(2, pedido.cliente());
                comando.setString(3, pedido.observacao());
                comando.setLong(4, pedido.totalCentavos());
                gravados += comando.executeUpdate();
            }
        }
        return gravados;
    }
}
