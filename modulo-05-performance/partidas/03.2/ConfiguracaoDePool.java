package exercicios.aula03_pool;

import com.zaxxer.hikari.HikariConfig;
import curso.bancada.correcao.Exercicio;
import java.time.Duration;
import javax.sql.DataSource;

/// Traduz o que se sabe da aplicação, do banco e da rede em uma configuração do HikariCP.
///
/// # A tarefa (03.2)
///
/// **O que acontece agora.** O pool sai com os padrões: dez conexões por instância, trinta segundos de espera,
/// nenhum aviso de vazamento. Ninguém decidiu nada disso para esta aplicação.
///
/// **O que deve valer**, para quaisquer [Requisitos]:
///
/// - Com o pool cheio, uma requisição é recusada em até `esperaMaxima`.
/// - No pico, o pool tem conexões para a demanda média (lei de Little), e a soma de todas as instâncias cabe no
///   servidor sem tocar nas reservadas. Se as duas coisas não cabem juntas, a configuração é recusada com
///   `IllegalArgumentException`, que diz o que se pede e o que há.
/// - Uma conexão emprestada por mais de `posseMaxima` gera um aviso de vazamento; antes disso, não.
/// - Uma conexão que morreu parada no pool é trocada **antes** que uma requisição a pegue, em até `silencioNaRede`.
/// - Uma conexão é aposentada antes de completar 95% de `vidaNaRede`.
///
/// O HikariCP corrige valores fora do que aceita e só conta num aviso: leia o console.
///
/// **Fora do escopo:** parâmetros do driver, métricas, mais de um pool por instância.
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
        Exercicio.aFazer("03.2");
        var config = new HikariConfig();
        config.setDataSource(banco);
        return config;
    }
}
