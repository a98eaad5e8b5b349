package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Armadilha: pedidos de mesmo código viram um só antes de chegar ao banco.
public final class ImportadorDePedidos {
    private static final int TAMANHO_DO_LOTE = 1_000;
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
        try (Connection conexao = banco.getConnection()) {
            conexao.setAutoCommit(false);
            try {
                enviar(conexao, semRepetidos(pedidos));
                conexao.commit();
            } catch (SQLException | RuntimeException e) {
                desfazer(conexao, e);
                throw e;
            }
        }
        return pedidos.size();
    }

    /// Desfaz a transação sem que um segundo erro esconda o primeiro, que é o que interessa.
    private static void desfazer(Connection conexao, Exception motivo) {
        try {
            conexao.rollback();
        } catch (SQLException e) {
            motivo.addSuppressed(e);
        }
    }

    private static Collection<Pedido> semRepetidos(List<Pedido> pedidos) {
        Map<String, Pedido> porCodigo = new LinkedHashMap<>();
        pedidos.forEach(pedido -> porCodigo.put(pedido.codigo(), pedido));
        return porCodigo.values();
    }

    private static void enviar(Connection conexao, Collection<Pedido> pedidos) throws SQLException {
        try (PreparedStatement comando = conexao.prepareStatement(INSERIR)) {
            int pendentes = 0;
            for (Pedido pedido : pedidos) {
                comando.setString(1, pedido.codigo());
                comando.setString(2, pedido.cliente());
                comando.setString(3, pedido.observacao());
                comando.setLong(4, pedido.totalCentavos());
                comando.addBatch();
                if (++pendentes == TAMANHO_DO_LOTE) {
                    comando.executeBatch();
                    pendentes = 0;
                }
            }
            if (pendentes > 0) {
                comando.executeBatch();
            }
        }
    }
}
