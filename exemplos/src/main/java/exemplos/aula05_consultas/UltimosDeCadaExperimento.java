package exemplos.aula05_consultas;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pede as 3 últimas leituras de cada um de 10 sensores, de quatro jeitos, e conta o que cada um lê e manda.
public final class UltimosDeCadaExperimento implements Experimento {
    private static final int LINHAS = 100_000;
    private static final int SENSORES = 10;
    private static final int DE_CADA = 3;

    // @start region=todas
    private static final String TODAS = """
            SELECT sensor_id, medido_em, valor
              FROM leituras
             WHERE sensor_id <= 10
             ORDER BY sensor_id, medido_em DESC
            """;
    // @end region=todas

    // @start region=limite
    private static final String LIMITE_DA_CONSULTA = """
            SELECT sensor_id, medido_em, valor
              FROM leituras
             WHERE sensor_id <= 10
             ORDER BY sensor_id, medido_em DESC
             LIMIT 30
            """;
    // @end region=limite

    // @start region=janela
    private static final String JANELA = """
            SELECT sensor_id, medido_em, valor
              FROM (SELECT sensor_id, medido_em, valor,
                           row_number() OVER (PARTITION BY sensor_id
                                              ORDER BY medido_em DESC) AS posicao
                      FROM leituras
                     WHERE sensor_id <= 10) numeradas
             WHERE posicao <= 3
            """;
    // @end region=janela

    // @start region=lateral
    private static final String LATERAL = """
            SELECT s.id, l.medido_em, l.valor
              FROM generate_series(1, 10) AS s (id)
              LEFT JOIN LATERAL (
                       SELECT medido_em, valor
                         FROM leituras
                        WHERE sensor_id = s.id
                        ORDER BY medido_em DESC
                        LIMIT 3) l ON true
            """;
    // @end region=lateral

    private record Caso(long recebidas, long paginas, long sensores) {}

    @Override
    public Ficha ficha() {
        return new Ficha("05", "ultimos-de-cada", "Como pedir os k mais novos de cada grupo sem ler a história toda?",
                "Quantas vezes menos páginas lê o LATERAL do que a janela com row_number()?", Duration.ofSeconds(5));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        Map<String, String> consultas = new LinkedHashMap<>();
        consultas.put("tudo, e a aplicação corta", TODAS);
        consultas.put("um LIMIT para todos", LIMITE_DA_CONSULTA);
        consultas.put("row_number()", JANELA);
        consultas.put("LATERAL com LIMIT", LATERAL);
        Map<String, Caso> casos = new LinkedHashMap<>();
        try (Banco banco = ambiente.servicos().postgres().novoBanco(); var conexao = banco.dataSource().getConnection()) {
            Leituras.criar(banco, LINHAS); // no modo curto também: com pouca história por sensor não há o que poupar
            Leituras.semParalelismo(conexao);
            banco.executar("CREATE INDEX leituras_do_sensor ON leituras (sensor_id, medido_em)");
            for (var consulta : consultas.entrySet()) {
                ambiente.progresso(consulta.getKey());
                casos.put(consulta.getKey(), medir(banco, conexao, consulta.getValue()));
            }
        }
        return julgar(casos);
    }

    private Resultado julgar(Map<String, Caso> casos) {
        var tabela = Tabela.de("As " + DE_CADA + " últimas leituras de " + SENSORES + " sensores", "jeito",
                Coluna.de("sensores que vieram", 0), Coluna.de("linhas recebidas", 0), Coluna.de("páginas", 0));
        for (var caso : casos.entrySet()) {
            tabela = tabela.linha(caso.getKey(), caso.getValue().sensores(), caso.getValue().recebidas(), caso.getValue().paginas());
        }
        var limite = casos.get("um LIMIT para todos");
        var janela = casos.get("row_number()");
        var lateral = casos.get("LATERAL com LIMIT");
        long certas = SENSORES * DE_CADA;
        return Resultado.de(ficha()).tabela(tabela.barras("páginas"))
                .afirmar("um LIMIT para a consulta toda deixa sensores de fora", limite.sensores() < SENSORES,
                        limite.sensores() + " de " + SENSORES + " sensores")
                .afirmar("a janela e o LATERAL mandam só as linhas pedidas", janela.recebidas() == certas && lateral.recebidas() == certas,
                        "%d e %d linhas".formatted(janela.recebidas(), lateral.recebidas()))
                .afirmar("o LATERAL lê ao menos 5 vezes menos páginas que a janela", janela.paginas() >= 5 * lateral.paginas(),
                        "%d contra %d páginas".formatted(lateral.paginas(), janela.paginas()))
                .respostaDoPalpite((double) janela.paginas() / lateral.paginas(), "vezes")
                .nota("A janela numera todas as leituras de cada sensor para ficar com poucas; o LATERAL para no LIMIT.").pronto();
    }

    private static Caso medir(Banco banco, Connection conexao, String sql) throws Exception {
        var plano = Leituras.plano(conexao, sql, List.of());
        return new Caso(plano.linhas(), plano.buffersTocados(), banco.numero("SELECT count(DISTINCT q.sensor) FROM (" + sql + ") q (sensor)"));
    }
}
