package exemplos.aula05_consultas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.instrumentos.PlanoDeConsulta;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compara o que o planejador estima com o que encontra, antes e depois de lhe contar como são os dados.
public final class EstatisticasExperimento implements Experimento {
    private static final int CONTAS = 20_000;
    private static final int COMPRAS_POR_CONTA = 10;

    private static final String TABELAS = """
            CREATE TABLE contas (
                id bigint PRIMARY KEY, pais text NOT NULL, moeda text NOT NULL, idioma text NOT NULL, fuso text NOT NULL)
            WITH (autovacuum_enabled = false);  -- o experimento decide quando as estatísticas são lidas
            CREATE TABLE compras (id bigint PRIMARY KEY, conta_id bigint NOT NULL, valor bigint NOT NULL);
            INSERT INTO contas
            SELECT i, (array['BR', 'US', 'JP', 'FR'])[1 + i %% 4], (array['BRL', 'USD', 'JPY', 'EUR'])[1 + i %% 4],
                   (array['pt', 'en', 'ja', 'fr'])[1 + i %% 4],
                   (array['America/Sao_Paulo', 'America/New_York', 'Asia/Tokyo', 'Europe/Paris'])[1 + i %% 4]
              FROM generate_series(1, %1$d) i;
            INSERT INTO compras SELECT i, 1 + i * 7919 %% %1$d, i %% 1000 FROM generate_series(1::bigint, %1$d * %2$d) i;
            CREATE INDEX compras_da_conta ON compras (conta_id);
            """;

    // @start region=consulta
    private static final String VENDAS_NO_BRASIL = """
            SELECT sum(v.valor)
              FROM contas c
              JOIN compras v ON v.conta_id = c.id
             WHERE c.pais = 'BR' AND c.moeda = 'BRL'
               AND c.idioma = 'pt' AND c.fuso = 'America/Sao_Paulo'
            """;
    // @end region=consulta

    // @start region=estendidas
    private static final String DEPENDENCIAS = """
            CREATE STATISTICS contas_do_pais (dependencies)
                ON pais, moeda, idioma, fuso FROM contas
            """;
    // @end region=estendidas

    @Override
    public Ficha ficha() {
        return new Ficha("05", "estatisticas", "O que acontece quando o planejador erra a conta das linhas?",
                "País, moeda, idioma e fuso andam juntos. Por quantas vezes o planejador, com ANALYZE em dia, subestima as contas do Brasil?",
                Duration.ofSeconds(8));
    }

    private record Caso(double estimadas, double reais, long paginas, List<String> nos, double milissegundos) {
        double erro() {
            return reais / Math.max(1, estimadas);
        }
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        int contas = ambiente.curto() ? CONTAS / 4 : CONTAS;
        int vezes = ambiente.curto() ? 1 : 5;
        Map<String, Caso> casos = new LinkedHashMap<>();
        try (Banco banco = ambiente.servicos().postgres().novoBanco(); var conexao = banco.dataSource().getConnection()) {
            banco.executar(TABELAS.formatted(contas, COMPRAS_POR_CONTA));
            banco.executar("VACUUM (ANALYZE) compras");
            Leituras.semParalelismo(conexao);
            casos.put("contas sem ANALYZE", medir(conexao, vezes));
            ambiente.progresso("ANALYZE");
            banco.executar("ANALYZE contas");
            casos.put("com ANALYZE", medir(conexao, vezes));
            ambiente.progresso("estatísticas estendidas");
            banco.executar(DEPENDENCIAS);
            banco.executar("ANALYZE contas");
            casos.put("com CREATE STATISTICS", medir(conexao, vezes));
        }
        return julgar(casos);
    }

    private Resultado julgar(Map<String, Caso> casos) {
        var tabela = Tabela.de("As contas do Brasil e as suas compras", "o planejador sabe — como junta", Coluna.de("contas estimadas", 0),
                Coluna.de("contas encontradas", 0), Coluna.de("páginas", 0), Coluna.de("tempo (ms)", 1));
        for (var caso : casos.entrySet()) {
            var c = caso.getValue();
            tabela = tabela.linha(caso.getKey() + " — " + juncao(c), c.estimadas(), c.reais(), c.paginas(), c.milissegundos());
        }
        var sem = casos.get("contas sem ANALYZE");
        var com = casos.get("com ANALYZE");
        var estendida = casos.get("com CREATE STATISTICS");
        return Resultado.de(ficha()).tabela(tabela.barras("páginas"))
                .afirmar("sem ANALYZE a estimativa erra por mais de 100 vezes", sem.erro() > 100, vezes(sem))
                .afirmar("com ANALYZE em dia, colunas que andam juntas ainda a fazem errar por mais de 10 vezes", com.erro() > 10, vezes(com))
                .afirmar("com as dependências declaradas, o erro fica abaixo de 1,5 vez", estendida.erro() < 1.5 && estendida.erro() > 1 / 1.5, vezes(estendida))
                .afirmar("com a estimativa certa, o planejador troca o laço por hash e lê ao menos 10 vezes menos páginas",
                        juncao(com).equals("Nested Loop") && juncao(estendida).equals("Hash Join") && com.paginas() >= 10 * estendida.paginas(),
                        "%s com %s páginas contra %s com %s".formatted(juncao(com), Numeros.comCasas(com.paginas(), 0),
                                juncao(estendida), Numeros.comCasas(estendida.paginas(), 0)))
                .respostaDoPalpite(com.erro(), "vezes")
                .nota("As três linhas são a mesma consulta sobre os mesmos dados: só mudou o que o planejador sabe deles.").pronto();
    }

    private static String vezes(Caso caso) {
        return "%s estimadas, %s encontradas".formatted(Numeros.comCasas(caso.estimadas(), 0), Numeros.comCasas(caso.reais(), 0));
    }

    private static String juncao(Caso caso) {
        return caso.nos().stream().filter(n -> n.equals("Nested Loop") || n.endsWith(" Join")).findFirst().orElse("?");
    }

    private static Caso medir(Connection conexao, int vezes) throws Exception {
        var plano = PlanoDeConsulta.explicar(conexao, VENDAS_NO_BRASIL);
        var contas = varredura(new ObjectMapper().readTree(plano.texto()).path(0).path("Plan"), new ArrayList<>()).getFirst();
        return new Caso(contas.path("Plan Rows").asDouble(), contas.path("Actual Rows").asDouble() * contas.path("Actual Loops").asDouble(),
                plano.buffersTocados(), plano.tiposDeNo(), Medida.mediana(vezes, () -> Leituras.ler(conexao, VENDAS_NO_BRASIL, List.of())));
    }

    /// Os nós do plano que leem a tabela de contas.
    private static List<JsonNode> varredura(JsonNode no, List<JsonNode> achados) {
        if (no.path("Relation Name").asText().equals("contas")) {
            achados.add(no);
        }
        no.path("Plans").forEach(filho -> varredura(filho, achados));
        return achados;
    }
}
