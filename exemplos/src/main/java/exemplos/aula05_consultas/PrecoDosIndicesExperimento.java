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
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/// Insere as mesmas linhas em tabelas com cada vez mais índices e conta o que vai para o WAL.
public final class PrecoDosIndicesExperimento implements Experimento {
    private static final int LINHAS = 20_000;
    private static final double KIB = 1024;
    private static final List<String> INDICES = List.of("(sensor_id)", "(medido_em)", "(valor)", "(detalhe)", "(sensor_id, valor)");
    private static final String INSERIR = """
            EXPLAIN (ANALYZE, WAL, FORMAT JSON)
            INSERT INTO leituras
            SELECT i, i * 7919 %% 1000, timestamptz '2026-06-01 00:00:00Z' + i * interval '1 second',
                   i * 104729 %% 100000, false, md5(i::text)
              FROM generate_series(1::bigint, %d) i
            """;

    @Override
    public Ficha ficha() {
        return new Ficha("05", "preco-dos-indices", "Quanto cada índice cobra de quem escreve?",
                "Com cinco índices além da chave primária, quantas vezes mais bytes vão para o WAL por linha?", Duration.ofSeconds(10));
    }

    private record Escrita(long registros, double kib, double milissegundos) {}

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        int linhas = ambiente.curto() ? 2_000 : LINHAS;
        var tabela = Tabela.de(Numeros.comCasas(linhas, 0) + " linhas inseridas", "índices além da chave", Coluna.de("registros de WAL por linha", 1),
                Coluna.de("WAL (KiB)", 0), Coluna.de("tempo (ms)", 0));
        Escrita primeira = null;
        Escrita ultima = null;
        boolean todoIndiceCobra = true;
        for (int quantos = 0; quantos <= INDICES.size(); quantos++) {
            ambiente.progresso(quantos + " índices");
            var anterior = ultima;
            ultima = inserir(ambiente, quantos, linhas);
            primeira = primeira == null ? ultima : primeira;
            todoIndiceCobra &= anterior == null || ultima.registros() - anterior.registros() >= linhas;
            tabela = tabela.linha(String.valueOf(quantos), (double) ultima.registros() / linhas, ultima.kib(), ultima.milissegundos());
        }
        return Resultado.de(ficha()).tabela(tabela.barras("WAL (KiB)"))
                .afirmar("cada índice acrescenta ao menos um registro de WAL por linha inserida", todoIndiceCobra,
                        "%s registros sem índices, %s com %d".formatted(Numeros.comCasas(primeira.registros(), 0),
                                Numeros.comCasas(ultima.registros(), 0), INDICES.size()))
                .respostaDoPalpite(ultima.kib() / primeira.kib(), "vezes")
                .nota("Ninguém consulta por estes índices aqui; o preço é cobrado do mesmo jeito.")
                .nota("O tempo é de uma execução só; a contagem de registros não muda de uma para outra.").pronto();
    }

    private static Escrita inserir(Ambiente ambiente, int quantos, int linhas) throws Exception {
        try (Banco banco = ambiente.servicos().postgres().novoBanco(); var conexao = banco.dataSource().getConnection()) {
            Leituras.criar(banco, 0);
            INDICES.subList(0, quantos).forEach(ddl -> banco.executar("CREATE INDEX ON leituras " + ddl));
            return inserir(conexao, linhas);
        }
    }

    private static Escrita inserir(Connection conexao, int linhas) throws Exception {
        try (var comando = conexao.createStatement(); var lido = comando.executeQuery(INSERIR.formatted(linhas))) {
            lido.next();
            JsonNode raiz = new ObjectMapper().readTree(lido.getString(1)).path(0);
            var plano = raiz.path("Plan");
            return new Escrita(plano.path("WAL Records").asLong(), plano.path("WAL Bytes").asLong() / KIB, raiz.path("Execution Time").asDouble());
        }
    }
}
