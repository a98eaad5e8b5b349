package curso.bancada.servicos;

import java.util.Map;
import java.util.function.Consumer;

/// Os serviços reais do curso; nada inicia até ser pedido, e nada sobrevive a `close()` ou à morte deste processo.
///
/// De onde vem cada um: do endereço em `CURSO_POSTGRES_URL`, `CURSO_REDIS_URL` ou `CURSO_AMQP_URL`; senão, com
/// `CURSO_SERVICOS=docker`, de um contêiner; senão, do binário que veio pelo Maven. Pode ser usado por várias threads.
/// Um serviço que morreu é trocado por um novo, vazio, na próxima vez em que for pedido.
public final class Servicos implements AutoCloseable {
    private final Map<String, String> ambiente;
    private final Consumer<String> aviso;
    private ServidorPostgres postgres;
    private Cache cache;
    private boolean fechado;

    private Servicos(Map<String, String> ambiente, Consumer<String> aviso) {
        this.ambiente = ambiente;
        this.aviso = aviso;
    }

    /// Lê do ambiente de onde vem cada serviço; não inicia nenhum.
    public static Servicos abrir() {
        return abrir(System.getenv(), System.err::println);
    }

    static Servicos abrir(Map<String, String> ambiente, Consumer<String> aviso) {
        return new Servicos(Map.copyOf(ambiente), aviso);
    }

    /// O PostgreSQL, iniciado na primeira chamada.
    public synchronized Postgres postgres() {
        exigirAberto();
        if (postgres != null && !postgres.vivo()) {
            postgres.close();
            postgres = null;
        }
        if (postgres == null) {
            postgres = PostgresEmbutido.iniciar(cache());
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
        fechado = true;
        if (postgres != null) {
            postgres.close();
        }
    }

    private Cache cache() {
        if (cache == null) {
            cache = Cache.doAmbiente(ambiente, aviso);
        }
        return cache;
    }

    private void exigirAberto() {
        if (fechado) {
            throw new FalhaDeServico("Os serviços já foram fechados", "um Servicos fechado não reabre", "crie outro com Servicos.abrir()");
        }
    }
}
