package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Armadilha: monta o comando com o texto dos pedidos e dobra as aspas.
public final class ImportadorDePedidos {
    private static final int TAMANHO_DO_LOTE = 1_000;
    private static final String INSERIR = """
            INSERT INTO pedidos (codigo, cliente, observacao, total_centavos)
            VALUES
            """;

    /// Um pedido do arquivo; só a observação pode ser `null`.
    public record Pedido(String codigo, String cliente, String observacao, long totalCentavos) {}

    private final DataSource banco;

    public ImportadorDePedidos(DataSource banco) {
        this.banco = banco;
    }

    /// Grava todos os pedidos, ou nenhum e lança `SQLException`; devolve quantos gravou.
    public int importar(List<Pedido> pedidos) throws SQLException {
        try (Connection conexao = banco.getConnection(); Statement comando = conexao.createStatement()) {
            conexao.setAutoCommit(false);
            for (int i = 0; i < pedidos.size(); i += TAMANHO_DO_LOTE) {
                var lote = pedidos.subList(i, Math.min(i + TAMANHO_DO_LOTE, pedidos.size()));
                comando.executeUpdate(INSERIR + lote.stream().map(ImportadorDePedidos::valores).collect(Collectors.joining(", ")));
            }
            conexao.commit();
        }
        return pedidos.size();
    }

    private static String valores(Pedido pedido) {
        return "(" + entreAspas(pedido.codigo()) + ", " + entreAspas(pedido.cliente()) + ", " + entreAspas(pedido.observacao())
                + ", " + pedido.totalCentavos() + ")";
    }

    private static String entreAspas(String texto) {
        return texto == null ? "NULL" : "'" + texto.replace("'", "''") + "'";
    }
}
