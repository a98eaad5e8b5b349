package curso.bancada.servicos;

import java.io.IOException;

/// Os serviços reais do curso; nada inicia até ser pedido, e nada sobrevive a `close()` ou à morte deste processo.
public final class Servicos implements AutoCloseable {
    private Postgres postgres;
    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres embutido;

    private Servicos() {}

    /// Lê do ambiente de onde vem cada serviço; não inicia nenhum.
    public static Servicos abrir() {
        return new Servicos();
    }

    /// O PostgreSQL, iniciado na primeira chamada.
    public synchronized Postgres postgres() {
        if (postgres == null) {
            try {
                embutido = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
                postgres = new PostgresProvisorio(embutido);
            } catch (IOException e) {
                throw new FalhaDeServico("O PostgreSQL não iniciou: " + e.getMessage(), "precisa de disco e de uma porta livre", "rode ./curso diagnostico", e);
            }
        }
        return postgres;
    }

    /// O Redis, iniciado na primeira chamada.
    public synchronized Redis redis() {
        throw new UnsupportedOperationException("chega na próxima fatia");
    }

    /// O broker AMQP, iniciado na primeira chamada.
    public synchronized Mensageria mensageria() {
        throw new UnsupportedOperationException("chega na próxima fatia");
    }

    @Override
    public synchronized void close() {
        if (embutido != null) {
            try {
                embutido.close();
            } catch (IOException e) {
                throw new FalhaDeServico("O PostgreSQL não encerrou: " + e.getMessage(), "o serviço morre com o processo", "nada a fazer", e);
            }
        }
    }
}
