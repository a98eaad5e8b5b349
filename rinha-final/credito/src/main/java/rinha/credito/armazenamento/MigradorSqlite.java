package rinha.credito.armazenamento;

import java.sql.SQLException;
import java.util.List;

/// Aplica os passos que faltam, um processo por vez: `BEGIN IMMEDIATE` é a trava.
final class MigradorSqlite {
    private static final String TABELA = """
            CREATE TABLE IF NOT EXISTS migracoes (
                versao INTEGER PRIMARY KEY,
                nome   TEXT    NOT NULL,
                soma   INTEGER NOT NULL
            ) STRICT""";

    private MigradorSqlite() {}

    static void migrar(ConexaoSqlite conexao, List<Migracao> passos) throws SQLException {
        EscritasSqlite.numaTransacao(conexao, () -> {
            conexao.executar(TABELA);
            for (var passo : passos) {
                Long soma = somaAplicada(conexao, passo.versao());
                if (soma == null) {
                    aplicar(conexao, passo);
                } else {
                    passo.conferir(soma);
                }
            }
            return null;
        });
    }

    private static Long somaAplicada(ConexaoSqlite conexao, int versao) throws SQLException {
        var comando = conexao.preparado("SELECT soma FROM migracoes WHERE versao = ?");
        comando.setInt(1, versao);
        try (var linha = comando.executeQuery()) {
            return linha.next() ? linha.getLong(1) : null;
        }
    }

    private static void aplicar(ConexaoSqlite conexao, Migracao passo) throws SQLException {
        conexao.executar(passo.sql());
        var comando = conexao.preparado("INSERT INTO migracoes (versao, nome, soma) VALUES (?, ?, ?)");
        comando.setInt(1, passo.versao());
        comando.setString(2, passo.nome());
        comando.setLong(3, passo.soma());
        comando.executeUpdate();
    }
}
