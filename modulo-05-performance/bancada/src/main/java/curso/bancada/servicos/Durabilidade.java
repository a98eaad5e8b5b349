package curso.bancada.servicos;

import java.sql.SQLException;
import java.util.Optional;

/// O que falta a um PostgreSQL para que o COMMIT espere o disco: o curso mede bancos duráveis.
final class Durabilidade {
    private Durabilidade() {}

    /// O que está desligado, como `fsync=off`; vazio num banco durável.
    static Optional<String> desligada(EnderecoDoPostgres endereco) throws SQLException {
        String sql = """
                select string_agg(name || '=' || setting, ', ')
                from pg_settings
                where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
                """;
        try (var conexao = endereco.dataSource().getConnection(); var comando = conexao.createStatement(); var linhas = comando.executeQuery(sql)) {
            linhas.next();
            return Optional.ofNullable(linhas.getString(1));
        }
    }

    static void exigir(EnderecoDoPostgres endereco) {
        try {
            desligada(endereco).ifPresent(desligada -> {
                throw new FalhaDeServico("O PostgreSQL do contêiner iniciou com " + desligada, "o curso mede um banco durável: cada COMMIT espera o disco",
                        "confira se a imagem postgres:18-alpine é a oficial, ou apague CURSO_SERVICOS para usar o embutido");
            });
        } catch (SQLException e) {
            throw new FalhaDeServico("O PostgreSQL do contêiner não disse se é durável (%s): %s".formatted(endereco, e.getMessage()),
                    "ele precisa aceitar a conta que acabamos de criar", "rode ./curso diagnostico --verboso", e);
        }
    }
}
