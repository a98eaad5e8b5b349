package exercicios.aula05_consultas;

import curso.bancada.correcao.Exercicio;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Grava no banco um arquivo de pedidos: todos ou nenhum.
///
/// # A tarefa (05.3)
///
/// **O que acontece agora.** Um `INSERT` por pedido, cada um na sua transação: 10 mil idas e voltas, 10 mil
/// confirmações em disco e, se um pedido do meio é inválido, metade do arquivo fica gravada.
///
/// **O que deve valer:**
///
/// - 10 mil pedidos entram em no máximo **20 idas e voltas** (um `executeBatch()` conta como uma).
/// - **Todos ou nenhum:** se um pedido é recusado pelo banco, nenhum do arquivo fica, e o que já estava lá não muda.
/// - A recusa chega a quem chamou, como `SQLException`; também a de um código que já está no banco ou se repete no arquivo.
/// - Aspas, barras, tabs, quebras de linha e `null` na observação chegam ao banco como vieram.
/// - O texto de um pedido nunca entra no comando.
/// - Um arquivo vazio não grava nada e devolve zero.
/// - Depois de uma importação que falhou, o pool tem de volta a conexão: a próxima importação funciona.
///
/// ```sql
/// pedidos (codigo PRIMARY KEY, cliente NOT NULL, observacao, total_centavos NOT NULL CHECK (total_centavos > 0))
/// ```
///
/// **Fora do escopo:** arquivos que não cabem na memória, aceitar só as linhas boas, importar em paralelo.
public final class ImportadorDePedidos {

    /// Um pedido do arquivo; só a observação pode ser `null`.
    public record Pedido(String codigo, String cliente, String observacao, long totalCentavos) {}

    private final DataSource banco;

    public ImportadorDePedidos(DataSource banco) {
        this.banco = banco;
    }

    /// Grava todos os pedidos, ou nenhum e lança `SQLException`; devolve quantos gravou.
    public int importar(List<Pedido> pedidos) throws SQLException {
        Exercicio.aFazer("05.3");
        var sql = """
                INSERT INTO pedidos (codigo, cliente, observacao, total_centavos)
                VALUES (?, ?, ?, ?)
                """;
        int gravados = 0;
        try (Connection conexao = banco.getConnection(); var comando = conexao.prepareStatement(sql)) {
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
