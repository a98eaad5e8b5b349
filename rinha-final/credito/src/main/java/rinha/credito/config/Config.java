package rinha.credito.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Tudo o que se pode mudar sem recompilar, já conferido.
public record Config(Http http, Banco banco, Gravacao gravacao, Limite limite, Extras extras) {
    public enum TipoDeArmazenamento { POSTGRES, SQLITE }

    public enum ModoDeEscrita {
        LOTE, SIMPLES;

        /// O nome que a configuração usa: `lote`.
        public String nome() {
            return Leitor.escrita(this);
        }
    }

    public enum TipoDeLimite { DESLIGADO, LOCAL, REDIS }

    public enum NivelDeLog { ERROR, WARN, INFO, DEBUG }

    public record Http(String endereco, int porta, Duration ocioso, Duration pedido, Duration encerramento, Duration dreno,
            int corpoMaximo, int conexoesMaximas, boolean compressao) {}

    public record Banco(TipoDeArmazenamento tipo, String postgresUrl, String postgresUsuario, String postgresSenha, Path sqliteArquivo,
            int pool, Duration prazoDaConexao, Duration prazoDaConsulta) {
        /// Sem a senha: este texto vai para o log.
        @Override
        public String toString() {
            return tipo == TipoDeArmazenamento.SQLITE ? "sqlite " + sqliteArquivo : "postgres %s, usuário %s, pool de %d".formatted(postgresUrl, postgresUsuario, pool);
        }
    }

    public record Gravacao(ModoDeEscrita modo, int lote, Duration esperaDoLote, int fila, Duration prazo, Duration prazoDoDesfecho) {}

    public record Limite(TipoDeLimite tipo, int porSegundo, URI redis) {}

    public record Extras(Duration cacheDeClientes, Duration aquecimento, boolean metricas, boolean reset, NivelDeLog log) {}

    /// @throws IllegalArgumentException com o que veio, a regra e o que corrigir
    public static Config doAmbiente(Map<String, String> ambiente) {
        var v = new Leitor(ambiente);
        return new Config(http(v), banco(v), gravacao(v),
                new Limite(v.escolha(Variavel.LIMITE, TipoDeLimite.class), v.inteiro(Variavel.LIMITE_POR_SEGUNDO, 1, 1_000_000), v.redis(Variavel.REDIS_URL)),
                new Extras(v.milissegundos(Variavel.CACHE_CLIENTES_MS, 0), v.milissegundos(Variavel.AQUECIMENTO_MS, 0),
                        v.simOuNao(Variavel.METRICAS), v.simOuNao(Variavel.RESET), v.escolha(Variavel.LOG, NivelDeLog.class)));
    }

    private static Http http(Leitor v) {
        return new Http(v.texto(Variavel.ENDERECO), v.inteiro(Variavel.PORTA, 0, 65_535),
                v.milissegundos(Variavel.PRAZO_OCIOSO_MS, 100), v.milissegundos(Variavel.PRAZO_PEDIDO_MS, 100),
                v.milissegundos(Variavel.PRAZO_ENCERRAMENTO_MS, 100), v.milissegundos(Variavel.DRENO_MS, 0),
                v.inteiro(Variavel.CORPO_MAXIMO, 64, 1_048_576), v.inteiro(Variavel.CONEXOES_MAXIMAS, 1, 100_000), v.simOuNao(Variavel.COMPRESSAO));
    }

    private static Banco banco(Leitor v) {
        // 250 ms é o menor prazo que o HikariCP aceita para entregar uma conexão.
        return new Banco(v.escolha(Variavel.ARMAZENAMENTO, TipoDeArmazenamento.class), v.texto(Variavel.POSTGRES_URL),
                v.texto(Variavel.POSTGRES_USUARIO), v.segredo(Variavel.POSTGRES_SENHA, Variavel.POSTGRES_SENHA_ARQUIVO), Path.of(v.texto(Variavel.SQLITE_ARQUIVO)),
                v.inteiro(Variavel.POOL_TAMANHO, 1, 500), v.milissegundos(Variavel.PRAZO_CONEXAO_MS, 250), v.milissegundos(Variavel.PRAZO_CONSULTA_MS, 50));
    }

    private static Gravacao gravacao(Leitor v) {
        return new Gravacao(v.escolha(Variavel.ESCRITA, ModoDeEscrita.class), v.inteiro(Variavel.LOTE_TAMANHO, 1, 10_000), Duration.ofNanos(1_000L * v.inteiro(Variavel.LOTE_ESPERA_US, 0, 100_000)),
                v.inteiro(Variavel.FILA_TAMANHO, 1, 100_000), v.milissegundos(Variavel.PRAZO_ESCRITA_MS, 50), v.milissegundos(Variavel.PRAZO_DESFECHO_MS, 50));
    }
}
