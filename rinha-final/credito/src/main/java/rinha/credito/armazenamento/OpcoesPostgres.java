package rinha.credito.armazenamento;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.time.Duration;
import org.postgresql.Driver;

/// Onde está o PostgreSQL e quanto se espera por ele.
///
/// @param prazoDaConexao quanto se espera por uma conexão do pool; o HikariCP não aceita menos de 250 ms
/// @param prazoDaConsulta o `statement_timeout` e o `lock_timeout` de cada comando
/// @param metricas nulo: o pool não se mede
public record OpcoesPostgres(String url, String usuario, String senha, int tamanhoDoPool,
        Duration prazoDaConexao, Duration prazoDaConsulta, MetricsTrackerFactory metricas) {
    public OpcoesPostgres {
        if (!new Driver().acceptsURL(url)) {
            throw new IllegalArgumentException("CREDITO_POSTGRES_URL=" + url + ": o driver não entende este endereço; escreva jdbc:postgresql://máquina:porta/banco");
        }
    }
}
