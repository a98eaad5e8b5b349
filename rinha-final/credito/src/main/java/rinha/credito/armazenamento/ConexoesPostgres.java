package rinha.credito.armazenamento;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;

/// O pool do PostgreSQL, com um prazo em cada espera.
final class ConexoesPostgres implements AutoCloseable {
    /// Uma ida ao banco com a conexão emprestada.
    interface Consulta<T> {
        T executar(Connection conexao) throws SQLException;
    }

    private static final int TENTATIVAS_DE_LEITURA = 3;

    private final HikariDataSource pool;

    private ConexoesPostgres(HikariDataSource pool) {
        this.pool = pool;
    }

    static ConexoesPostgres abrir(OpcoesPostgres opcoes) {
        var config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(opcoes.url());
        config.setUsername(opcoes.usuario());
        config.setPassword(opcoes.senha());
        config.setMaximumPoolSize(opcoes.tamanhoDoPool());
        config.setConnectionTimeout(opcoes.prazoDaConexao().toMillis());
        // O padrão, 5 s, faria esperar por uma conexão muda além do prazo de a receber.
        config.setValidationTimeout(opcoes.prazoDaConexao().toMillis());
        // O banco pode subir depois da API: o pool insiste em vez de derrubar o processo.
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(opcoes.metricas());
        long prazo = opcoes.prazoDaConsulta().toMillis();
        // synchronous_commit=on mesmo que o banco diga outra coisa: um 200 promete que está no disco.
        propriedade(config, "options", "-c synchronous_commit=on -c statement_timeout=%d -c lock_timeout=%d -c plan_cache_mode=force_generic_plan"
                .formatted(prazo, prazo));
        propriedade(config, "connectTimeout", segundos(opcoes.prazoDaConexao()));
        // Maior que o statement_timeout: só dispara quando o servidor ou a rede sumiram sem avisar.
        propriedade(config, "socketTimeout", segundos(opcoes.prazoDaConsulta()) + 1);
        propriedade(config, "tcpKeepAlive", true);
        // Preparada no servidor desde a primeira vez: a mesma meia dúzia de comandos, sempre.
        propriedade(config, "prepareThreshold", 1);
        return new ConexoesPostgres(new HikariDataSource(config));
    }

    /// Em texto: com outro tipo, o HikariCP a entrega como veio, e o driver a ignora calado.
    private static void propriedade(HikariConfig config, String nome, Object valor) {
        config.addDataSourceProperty(nome, valor.toString());
    }

    /// Escreve: nunca repete, porque repetir poderia aplicar duas vezes.
    <T> T escrever(Consulta<T> consulta) {
        try (var conexao = pool.getConnection()) {
            return consulta.executar(conexao);
        } catch (SQLException e) {
            throw traduzir(e);
        }
    }

    /// Lê: uma conexão que morreu parada no pool não vira erro, porque ler de novo é seguro.
    <T> T ler(Consulta<T> consulta) {
        for (int tentativa = 1; ; tentativa++) {
            try (var conexao = pool.getConnection()) {
                return consulta.executar(conexao);
            } catch (SQLException e) {
                var falha = traduzir(e);
                if (falha.natureza() != Natureza.DESFECHO_DESCONHECIDO || tentativa == TENTATIVAS_DE_LEITURA) {
                    throw falha;
                }
            }
        }
    }

    private FalhaDeArmazenamento traduzir(SQLException e) {
        var falha = FalhasPostgres.traduzir(e);
        if (falha.natureza() == Natureza.DESFECHO_DESCONHECIDO && !pool.isClosed()) {
            // O servidor caiu ou reiniciou: as irmãs desta conexão morreram com ela.
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return falha;
    }

    private static long segundos(Duration prazo) {
        return Math.max(1, prazo.plusMillis(999).toSeconds());
    }

    @Override
    public void close() {
        pool.close();
    }
}
