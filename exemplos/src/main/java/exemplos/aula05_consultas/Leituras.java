package exemplos.aula05_consultas;

import curso.bancada.instrumentos.PlanoDeConsulta;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/// As leituras de 200 sensores, uma por minuto: a tabela em que esta aula experimenta índices.
final class Leituras {
    private static final String TABELA = """
            CREATE TABLE leituras (
                id        bigint PRIMARY KEY,
                sensor_id bigint NOT NULL,
                medido_em timestamptz NOT NULL,
                valor     double precision NOT NULL,
                alarme    boolean NOT NULL,
                detalhe   text NOT NULL)
            WITH (autovacuum_enabled = false)
            """;

    // @start region=consulta
    /// O que um sensor mediu num período.
    static final String DO_SENSOR = """
            SELECT medido_em, valor
              FROM leituras
             WHERE sensor_id = ?
               AND medido_em >= ?
               AND medido_em <  ?
             ORDER BY medido_em
            """;
    // @end region=consulta

    private static final int TENTATIVAS = 20;
    private static final OffsetDateTime INICIO = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private Leituras() {}

    /// Cria a tabela com `linhas` leituras: os sensores se alternam, um alarme a cada 500 leituras.
    static void criar(Banco banco, int linhas) {
        banco.executar(TABELA);
        banco.executar("""
                INSERT INTO leituras
                SELECT i, 1 + i %% 200, timestamptz '2026-01-01 00:00:00Z' + i * interval '1 minute',
                       i %% 1000 / 10.0, i %% 500 = 0, repeat('d', 60)
                  FROM generate_series(1::bigint, %d) i
                """.formatted(linhas));
        limpar(banco);
    }

    /// Marca as páginas como visíveis a todos: sem isso, nem o índice que cobre dispensa a tabela.
    ///
    /// Repete porque uma transação aberta no mesmo banco (um ANALYZE do autovacuum, por exemplo) impede a marca.
    private static void limpar(Banco banco) {
        long semMarca;
        int tentativa = 0;
        do {
            banco.executar("VACUUM (ANALYZE) leituras");
            semMarca = banco.numero("SELECT relpages - relallvisible FROM pg_class WHERE oid = 'leituras'::regclass");
        } while (semMarca > 0 && ++tentativa < TENTATIVAS);
    }

    /// Sensor 42, do segundo ao terceiro quarto do período: metade das leituras dele.
    static List<Object> parametros(int linhas) {
        return List.of(42L, INICIO.plusMinutes(linhas / 4), INICIO.plusMinutes(3L * linhas / 4));
    }

    /// Cria o índice, entrega o plano da consulta a `uso` e apaga o índice; `ddl` vazio deixa como está.
    static <T> T comIndice(Banco banco, Connection conexao, String ddl, Uso<T> uso) throws Exception {
        if (ddl.isEmpty()) {
            return uso.com(0);
        }
        banco.executar("CREATE INDEX em_teste ON leituras " + ddl);
        try {
            return uso.com(banco.numero("SELECT pg_relation_size('em_teste')"));
        } finally {
            banco.executar("DROP INDEX em_teste");
        }
    }

    /// O que fazer enquanto o índice existe; recebe o tamanho dele em bytes.
    @FunctionalInterface
    interface Uso<T> {
        T com(long bytes) throws Exception;
    }

    /// Um plano sem trabalhadores paralelos é mais fácil de ler, e não depende de quantos núcleos estão livres.
    static void semParalelismo(Connection conexao) throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute("SET max_parallel_workers_per_gather = 0");
        }
    }

    static PlanoDeConsulta plano(Connection conexao, String sql, List<Object> parametros) throws SQLException {
        return PlanoDeConsulta.explicar(conexao, sql, parametros.toArray());
    }

    /// Executa a consulta e percorre as linhas, como faz quem a usa.
    static int ler(Connection conexao, String sql, List<Object> parametros) throws SQLException {
        int lidas = 0;
        try (var consulta = conexao.prepareStatement(sql)) {
            for (int i = 0; i < parametros.size(); i++) {
                consulta.setObject(i + 1, parametros.get(i));
            }
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    lidas++;
                }
            }
        }
        return lidas;
    }
}
