package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;

/// Um pool em que cada número tem uma razão escrita.
final class PoolDaLoja {

    private PoolDaLoja() {
    }

    // @start region=certo
    static HikariConfig sobre(DataSource banco) {
        var config = new HikariConfig();
        config.setPoolName("loja");
        config.setDataSource(banco);
        // 200 requisições/s × 15 ms = 3 conexões em média; o dobro para as rajadas.
        // Teto: (100 do servidor − 10 reservadas) ÷ 6 instâncias = 15.
        config.setMaximumPoolSize(6);
        // O cliente espera 1 s; a consulta pode levar 500 ms (statement_timeout).
        config.setConnectionTimeout(Duration.ofMillis(400).toMillis());
        // Nenhuma requisição honesta fica 10 s com a conexão.
        config.setLeakDetectionThreshold(Duration.ofSeconds(10).toMillis());
        // O firewall esquece uma conexão calada por 5 min e derruba qualquer uma com 1 h.
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(50).toMillis());
        // O prazo da consulta vale para toda conexão que o pool abrir.
        config.setConnectionInitSql("set statement_timeout = 500");
        return config;
    }
    // @end region=certo
}
