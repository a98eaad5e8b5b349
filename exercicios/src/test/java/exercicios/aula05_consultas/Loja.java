package exercicios.aula05_consultas;

import curso.bancada.correcao.FalhaDaMaquina;
import curso.bancada.correcao.PrazoElastico;
import curso.bancada.instrumentos.PlanoDeConsulta;
import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A loja do exercício 05.2: dados sempre iguais, os índices pedidos e os planos das três consultas.
///
/// Encher as tabelas é a parte cara; por isso os testes da classe dividem uma loja, que ninguém altera.
final class Loja implements AutoCloseable {
    private static final Duration PACIENCIA = Duration.ofSeconds(15);
    private static final String TABELAS = """
            CREATE TABLE clientes (id bigint PRIMARY KEY, nome text NOT NULL, email text NOT NULL)
            WITH (autovacuum_enabled = false);
            CREATE TABLE pedidos (
                id             bigint PRIMARY KEY,
                cliente_id     bigint NOT NULL,
                criado_em      timestamptz NOT NULL,
                situacao       text NOT NULL,
                total_centavos bigint NOT NULL,
                observacao     text NOT NULL)
            WITH (autovacuum_enabled = false);
            INSERT INTO clientes
            SELECT i, 'Cliente ' || i, 'Cliente.' || i || '@Exemplo.com' FROM generate_series(1, 20000) i;
            INSERT INTO pedidos
            SELECT i, 1 + i * 7919 % 300, timestamptz '2026-01-01 00:00:00Z' + i * interval '3 minutes',
                   CASE WHEN i % 200 = 0 THEN 'pendente' WHEN i % 17 = 0 THEN 'cancelado' ELSE 'enviado' END,
                   1000 + i * 104729 % 90000, repeat('x', 80)
              FROM generate_series(1::bigint, 60000) i;
            """;
    private static final String INDICES = """
            SELECT c.relname, pg_relation_size(c.oid)
              FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
             WHERE i.indrelid IN ('pedidos'::regclass, 'clientes'::regclass) AND NOT i.indisprimary
             ORDER BY c.relname
            """;

    /// Um índice que os comandos criaram.
    record Indice(String nome, long bytes) {}

    private final Banco banco;
    private final List<String> comandos;
    private final List<Indice> indices = new ArrayList<>();
    private final Map<ConsultaDaLoja, List<PlanoDeConsulta>> planos = new EnumMap<>(ConsultaDaLoja.class);

    private Loja(Banco banco, List<String> comandos) {
        this.banco = banco;
        this.comandos = List.copyOf(comandos);
    }

    /// Enche as tabelas, executa os comandos, atualiza as estatísticas e lê os planos.
    static Loja com(List<String> comandos, Postgres postgres) throws SQLException {
        var loja = new Loja(postgres.novoBanco(), comandos);
        try {
            loja.preparar();
            return loja;
        } catch (SQLException | RuntimeException | Error e) {
            loja.close();
            throw e;
        }
    }

    boolean foiFeitaCom(List<String> outros) {
        return comandos.equals(outros);
    }

    /// O plano do pedido que mais páginas custou.
    PlanoDeConsulta plano(ConsultaDaLoja consulta) {
        return planos.get(consulta).stream().max(Comparator.comparingLong(PlanoDeConsulta::buffersTocados)).orElseThrow();
    }

    /// Os índices que algum dos pedidos usou.
    Set<String> indicesUsados() {
        return planos.values().stream().flatMap(List::stream).flatMap(p -> p.indicesUsados().stream()).collect(Collectors.toSet());
    }

    List<Indice> indices() {
        return List.copyOf(indices);
    }

    @Override
    public void close() {
        banco.close();
    }

    /// Marca as páginas como visíveis a todos: sem isso, nem o índice que cobre dispensa a tabela.
    ///
    /// Repete porque uma transação aberta no mesmo banco (um ANALYZE do autovacuum, por exemplo) impede a marca.
    private void limpar(String tabela) {
        if (!PrazoElastico.ate(() -> limpou(tabela), PACIENCIA)) {
            throw new FalhaDaMaquina("A tabela " + tabela + " ainda tem páginas sem a marca de visíveis depois de muitos VACUUM", null);
        }
    }

    private boolean limpou(String tabela) {
        banco.executar("VACUUM (ANALYZE) " + tabela);
        return banco.numero("SELECT relpages - relallvisible FROM pg_class WHERE oid = CAST(? AS regclass)", tabela) == 0;
    }

    private void preparar() throws SQLException {
        banco.executar(TABELAS);
        comandos.forEach(banco::executar);
        limpar("clientes");
        limpar("pedidos");
        try (var conexao = banco.dataSource().getConnection(); var consulta = conexao.prepareStatement(INDICES)) {
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    indices.add(new Indice(linhas.getString(1), linhas.getLong(2)));
                }
            }
            for (var cada : ConsultaDaLoja.values()) {
                planos.put(cada, cada.explicar(conexao));
            }
        }
    }
}
