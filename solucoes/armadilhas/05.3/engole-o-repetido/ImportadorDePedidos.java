package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/// Armadilha: o código repetido desfaz tudo, e ninguém fica sabendo.
public final class ImportadorDePedidos {
    private static final int TAMANHO_DO_LOTE = 1_000;
    private static final String INSERIR = """
            INSERT INTO pedidos (codigo, cliente, observacao, total_centavos)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (codigo) DO NOTHING
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
                if (enviar(conexao, pedidos) < pedidos.size()) {
                    conexao.rollback();
                    return 0;
                }
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

    private static int enviar(Connection conexao, List<Pedido> pedidos) throws SQLException {
        try (PreparedStatement comando = conexao.prepareStatement(INSERIR)) {
            int gravados = 0;
            int pendentes = 0;
            for (Pedido pedido : pedidos) {
                comando.setString(1, pedido.codigo());
                comando.setString(2, pedido.cliente());
                comando.setString(3, pedido.observacao());
                comando.setLong(4, pedido.totalCentavos());
                comando.addBatch();
                if (++pendentes == TAMANHO_DO_LOTE) {
                    gravados += Arrays.stream(comando.executeBatch()).sum();
                    pendentes = 0;
                }
            }
            if (pendentes > 0) {
                gravados += Arrays.stream(comando.executeBatch()).sum();
            }
            return gravados;
        }
    }
}
