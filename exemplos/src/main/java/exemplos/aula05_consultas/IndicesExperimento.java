package exemplos.aula05_consultas;

import curso.bancada.instrumentos.PlanoDeConsulta;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Faz a mesma consulta com um índice de cada vez e lê, no plano, quantas páginas ela tocou.
public final class IndicesExperimento implements Experimento {
    private static final int LINHAS = 200_000;
    private static final double KIB = 1024;

    // @start region=candidatos
    static final List<String> CANDIDATOS = List.of(
            "",
            "(medido_em)",
            "(medido_em, sensor_id) INCLUDE (valor)",
            "(sensor_id)",
            "(sensor_id, medido_em)",
            "(sensor_id, medido_em) INCLUDE (valor)");
    // @end region=candidatos

    // @start region=funcao
    static final String DIA_COM_FUNCAO = """
            SELECT id, valor FROM leituras
             WHERE date_trunc('day', medido_em, 'UTC') = timestamptz '2026-01-10 00:00:00Z'
            """;
    static final String DIA_COM_INTERVALO = """
            SELECT id, valor FROM leituras
             WHERE medido_em >= timestamptz '2026-01-10 00:00:00Z'
               AND medido_em <  timestamptz '2026-01-11 00:00:00Z'
            """;
    // @end region=funcao

    // @start region=parcial
    static final String ALARMES = """
            SELECT id, sensor_id, medido_em FROM leituras
             WHERE alarme
             ORDER BY medido_em DESC
             LIMIT 20
            """;
    // @end region=parcial

    record Caso(PlanoDeConsulta plano, long bytes, double milissegundos) {}

    @Override
    public Ficha ficha() {
        return new Ficha("05", "indices", "Quantas páginas cada índice poupa, para a mesma consulta?",
                "Quantas vezes menos páginas lê o melhor índice, comparado com a varredura da tabela?", Duration.ofSeconds(10));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        // No modo curto a tabela é menor, mas ainda grande o bastante para o planejador preferir os índices.
        int linhas = ambiente.curto() ? 40_000 : LINHAS;
        int vezes = ambiente.curto() ? 1 : 9;
        try (Banco banco = ambiente.servicos().postgres().novoBanco(); var conexao = criar(banco, linhas)) {
            List<Caso> casos = new ArrayList<>();
            for (var ddl : CANDIDATOS) {
                ambiente.progresso(nome(ddl));
                casos.add(medir(banco, conexao, ddl, Leituras.DO_SENSOR, Leituras.parametros(linhas), vezes));
            }
            var dias = Map.of("função", medir(banco, conexao, "(medido_em)", DIA_COM_FUNCAO, List.of(), vezes),
                    "intervalo", medir(banco, conexao, "(medido_em)", DIA_COM_INTERVALO, List.of(), vezes));
            var inteiro = medir(banco, conexao, "(alarme, medido_em)", ALARMES, List.of(), vezes);
            var parcial = medir(banco, conexao, "(medido_em) WHERE alarme", ALARMES, List.of(), vezes);
            return AfirmacoesDeIndices.julgar(Resultado.de(ficha()), casos, dias, inteiro, parcial)
                    .tabela(tabela("As leituras de um sensor num período, em " + Numeros.comCasas(linhas, 0) + " linhas (+valor: INCLUDE)", CANDIDATOS, casos).barras("páginas"))
                    .tabela(tabela("Um dia de leituras, com índice em (medido_em)",
                            List.of("função sobre medido_em", "intervalo de medido_em"),
                            List.of(dias.get("função"), dias.get("intervalo"))))
                    .tabela(tabela("Os 20 últimos alarmes, 1 leitura em 500",
                            List.of("(alarme, medido_em)", "(medido_em) WHERE alarme"), List.of(inteiro, parcial)))
                    .nota("A coluna que conta é a das páginas: o tempo depende de elas estarem ou não na memória.")
                    .nota("«Páginas» são toques, com repetição: uma página visitada dez vezes conta dez.").pronto();
        }
    }

    private static Connection criar(Banco banco, int linhas) throws Exception {
        Leituras.criar(banco, linhas);
        var conexao = banco.dataSource().getConnection();
        Leituras.semParalelismo(conexao);
        return conexao;
    }

    private static Caso medir(Banco banco, Connection conexao, String ddl, String sql, List<Object> parametros, int vezes) throws Exception {
        return Leituras.comIndice(banco, conexao, ddl, bytes -> new Caso(Leituras.plano(conexao, sql, parametros), bytes,
                Medida.mediana(vezes, () -> Leituras.ler(conexao, sql, parametros))));
    }

    private static Tabela tabela(String titulo, List<String> nomes, List<Caso> casos) {
        var tabela = Tabela.de(titulo, "índice: como o plano lê", Coluna.de("páginas", 0), Coluna.de("linhas", 0),
                Coluna.de("índice (KiB)", 0), Coluna.de("tempo (ms)", 2));
        for (int i = 0; i < casos.size(); i++) {
            var caso = casos.get(i);
            tabela = tabela.linha(nome(nomes.get(i)) + ": " + leitura(caso.plano()),
                    caso.plano().buffersTocados(), caso.plano().linhas(), caso.bytes() / KIB, caso.milissegundos());
        }
        return tabela;
    }

    /// O nó que lê a tabela ou o índice; num bitmap, o que visita a tabela.
    private static String leitura(PlanoDeConsulta plano) {
        return plano.tiposDeNo().stream().filter(no -> no.endsWith("Scan")).findFirst().orElseThrow();
    }

    private static String nome(String ddl) {
        return ddl.isEmpty() ? "sem índice" : ddl.replace("INCLUDE (valor)", "+valor");
    }
}
