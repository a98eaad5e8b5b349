package curso.bancada.servicos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

final class PostgresProvisorio implements Postgres {
    private final EmbeddedPostgres servidor;
    private final AtomicInteger sequencia = new AtomicInteger();

    PostgresProvisorio(EmbeddedPostgres servidor) {
        this.servidor = servidor;
    }

    @Override
    public Banco novoBanco() {
        String nome = "curso_" + ProcessHandle.current().pid() + "_" + sequencia.incrementAndGet();
        comando("create database " + nome);
        return new Banco(nome, "localhost", porta(), "postgres", "postgres", () -> comando("drop database " + nome + " with (force)"));
    }

    private void comando(String sql) {
        try (var conexao = servidor.getPostgresDatabase().getConnection(); var comando = conexao.createStatement()) {
            comando.execute(sql);
        } catch (SQLException e) {
            throw new FalhaDeServico(e.getMessage(), "o servidor precisa estar vivo", sql, e);
        }
    }

    @Override
    public boolean vivo() {
        return true;
    }

    @Override
    public Origem origem() {
        return Origem.EMBUTIDO;
    }

    @Override
    public String versao() {
        return "18";
    }

    @Override
    public String url() {
        return servidor.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public int porta() {
        return servidor.getPort();
    }
}
