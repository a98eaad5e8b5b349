package rinha.credito.armazenamento;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Aplica os passos que faltam, um processo por vez.
final class MigradorPostgres {
    /// Um número só deste programa: quem o trava migra, os outros esperam e não acham o que fazer.
    private static final long TRAVA = 7_203_119_052_024L;

    private MigradorPostgres() {}

    /// Tudo ou nada: no PostgreSQL o DDL também é transacional.
    static void migrar(Connection conexao, List<Migracao> passos) throws SQLException {
        NumaTransacao.executar(conexao, _ -> {
            travar(conexao);
            var aplicadas = aplicadas(conexao);
            for (var passo : passos) {
                var soma = aplicadas.get(passo.versao());
                if (soma == null) {
                    aplicar(conexao, passo);
                } else {
                    passo.conferir(soma);
                }
            }
        });
    }

    private static void travar(Connection conexao) throws SQLException {
        try (var comando = conexao.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            comando.setLong(1, TRAVA);
            comando.execute();
        }
    }

    private static Map<Integer, Long> aplicadas(Connection conexao) throws SQLException {
        String tabela = """
                CREATE TABLE IF NOT EXISTS migracoes (
                    versao      integer     PRIMARY KEY,
                    nome        text        NOT NULL,
                    soma        bigint      NOT NULL,
                    aplicada_em timestamptz NOT NULL DEFAULT now()
                )""";
        try (var comando = conexao.createStatement()) {
            comando.execute(tabela);
            var aplicadas = new HashMap<Integer, Long>();
            try (var linhas = comando.executeQuery("SELECT versao, soma FROM migracoes")) {
                while (linhas.next()) {
                    aplicadas.put(linhas.getInt(1), linhas.getLong(2));
                }
            }
            return aplicadas;
        }
    }

    private static void aplicar(Connection conexao, Migracao passo) throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute(passo.sql());
        }
        try (var comando = conexao.prepareStatement("INSERT INTO migracoes (versao, nome, soma) VALUES (?, ?, ?)")) {
            comando.setInt(1, passo.versao());
            comando.setString(2, passo.nome());
            comando.setLong(3, passo.soma());
            comando.executeUpdate();
        }
    }
}
