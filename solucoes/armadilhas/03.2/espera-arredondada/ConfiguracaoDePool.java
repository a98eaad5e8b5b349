package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;

/// ARMADILHA: a espera vira segundos inteiros, e 300 ms viram 1 s.
public final class ConfiguracaoDePool {

    /// O que se sabe antes de configurar; recusa o que o HikariCP não consegue cumprir.
    ///
    /// @param limiteDoServidor conexões que o servidor aceita (`max_connections`)
    /// @param reservadas       conexões guardadas para administração e migrações
    /// @param instancias       cópias desta aplicação, cada uma com o seu pool
    /// @param picoPorSegundo   requisições por segundo, no pico, em cada instância
    /// @param usoDaConexao     quanto tempo, em média, uma requisição fica com a conexão
    /// @param esperaMaxima     quanto uma requisição pode esperar por conexão; ao menos 250 ms
    /// @param posseMaxima      acima disto, uma conexão emprestada é um vazamento; ao menos 2 s
    /// @param silencioNaRede   acima disto sem tráfego, a rede esquece a conexão; ao menos 60 s
    /// @param vidaNaRede       com esta idade, a rede derruba a conexão; mais que `silencioNaRede`, ao menos o dobro de `posseMaxima`
    public record Requisitos(int limiteDoServidor, int reservadas, int instancias, int picoPorSegundo,
                             Duration usoDaConexao, Duration esperaMaxima, Duration posseMaxima,
                             Duration silencioNaRede, Duration vidaNaRede) {
        public Requisitos {
            exigir(instancias > 0 && reservadas >= 0 && limiteDoServidor - reservadas >= instancias,
                    "limite %d, reservadas %d, instâncias %d: cada instância precisa de ao menos uma conexão"
                            .formatted(limiteDoServidor, reservadas, instancias));
            exigir(picoPorSegundo > 0 && usoDaConexao.isPositive(), "pico e uso da conexão são maiores que zero");
            exigir(esperaMaxima.toMillis() >= 250, "espera máxima " + esperaMaxima + ": o HikariCP aceita de 250 ms em diante");
            exigir(posseMaxima.toMillis() >= 2_000, "posse máxima " + posseMaxima + ": o HikariCP vigia de 2 s em diante");
            exigir(silencioNaRede.toSeconds() >= 60, "silêncio na rede " + silencioNaRede + ": ao menos 60 s");
            exigir(vidaNaRede.compareTo(silencioNaRede) > 0 && vidaNaRede.compareTo(posseMaxima.multipliedBy(2)) >= 0,
                    "vida na rede " + vidaNaRede + ": tem de ser maior que o silêncio e ao menos o dobro da posse");
        }

        private static void exigir(boolean condicao, String regra) {
            if (!condicao) {
                throw new IllegalArgumentException(regra);
            }
        }
    }

    private ConfiguracaoDePool() {}

    /// Devolve a configuração de um pool sobre `banco` que cumpre os requisitos.
    public static HikariConfig para(Requisitos requisitos, DataSource banco) {
        var config = new HikariConfig();
        config.setDataSource(banco);
        config.setMaximumPoolSize(tamanho(requisitos));
        config.setConnectionTimeout(Math.ceilDiv(requisitos.esperaMaxima().toMillis(), 1_000) * 1_000);
        config.setLeakDetectionThreshold(requisitos.posseMaxima().toMillis());
        config.setKeepaliveTime(requisitos.silencioNaRede().toMillis() / 2);
        config.setMaxLifetime(requisitos.vidaNaRede().toMillis() * 9 / 10);
        return config;
    }

    /// A demanda média com metade de folga, até a cota.
    private static int tamanho(Requisitos r) {
        int cota = (r.limiteDoServidor() - r.reservadas()) / r.instancias();
        int demanda = (int) Math.ceilDiv(r.picoPorSegundo() * r.usoDaConexao().toNanos(), 1_000_000_000L);
        if (demanda > cota) {
            throw new IllegalArgumentException(
                    "a demanda é de %d conexões e a cota de cada instância é %d: encurte o uso, reduza as instâncias ou aumente o servidor"
                            .formatted(demanda, cota));
        }
        return Math.min(cota, demanda + Math.ceilDiv(demanda, 2));
    }
}
