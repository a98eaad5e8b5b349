package exemplos.aula05_consultas;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Junta duas coleções do mesmo autor, livros e prêmios, e conta as linhas que o banco manda.
public final class JoinQueMultiplicaExperimento implements Experimento {
    // @start region=multiplica
    private static final String LIVROS_E_PREMIOS_JUNTOS = """
            SELECT a.id, l.titulo, p.nome AS premio
              FROM autores a
              LEFT JOIN livros l ON l.autor_id = a.id
              LEFT JOIN premios p ON p.autor_id = a.id
             WHERE a.id = ANY (?)
            """;
    // @end region=multiplica

    // @start region=separadas
    private static final String LIVROS = """
            SELECT autor_id, titulo FROM livros WHERE autor_id = ANY (?)
            """;
    private static final String PREMIOS = """
            SELECT autor_id, nome FROM premios WHERE autor_id = ANY (?)
            """;
    // @end region=separadas

    // @start region=contagem-errada
    private static final String CONTAGEM_ERRADA = """
            SELECT a.id, count(l.id) AS livros, count(p.id) AS premios
              FROM autores a
              LEFT JOIN livros l ON l.autor_id = a.id
              LEFT JOIN premios p ON p.autor_id = a.id
             WHERE a.id = ANY (?)
             GROUP BY a.id
            """;
    // @end region=contagem-errada

    // @start region=contagem-certa
    private static final String CONTAGEM_CERTA = """
            SELECT a.id,
                   (SELECT count(*) FROM livros l WHERE l.autor_id = a.id) AS livros,
                   (SELECT count(*) FROM premios p WHERE p.autor_id = a.id) AS premios
              FROM autores a
             WHERE a.id = ANY (?)
            """;
    // @end region=contagem-certa

    private static final int AUTORES = 20;
    private static final double KIB = 1024;

    @Override
    public Ficha ficha() {
        return new Ficha("05", "join-que-multiplica", "O que acontece quando um join traz duas coleções do mesmo dono?",
                "Um autor tem 20 livros e 20 prêmios: quantas linhas o join das duas coleções devolve por autor?", Duration.ofSeconds(5));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var tabela = Tabela.de(AUTORES + " autores, com tantos livros e tantos prêmios cada", "livros × prêmios",
                Coluna.de("linhas juntas", 0), Coluna.de("linhas separadas", 0),
                Coluna.de("juntas (KiB)", 1), Coluna.de("separadas (KiB)", 1));
        var resultado = Resultado.de(ficha());
        int[] tamanhos = ambiente.curto() ? new int[] {3} : new int[] {1, 5, 10, 20};
        boolean multiplicou = true;
        String observado = "";
        for (int n : tamanhos) {
            ambiente.progresso(n + " livros e " + n + " prêmios por autor");
            try (Banco banco = ambiente.servicos().postgres().novoBanco(); var conexao = criar(banco, n)) {
                var juntas = pesar(conexao, LIVROS_E_PREMIOS_JUNTOS);
                var livros = pesar(conexao, LIVROS);
                var premios = pesar(conexao, PREMIOS);
                tabela = tabela.linha(n + " × " + n, juntas.linhas(), livros.linhas() + premios.linhas(),
                        juntas.bytes() / KIB, (livros.bytes() + premios.bytes()) / KIB);
                multiplicou &= juntas.linhas() == (long) AUTORES * n * n && livros.linhas() + premios.linhas() == 2L * AUTORES * n;
                observado = "%s linhas juntas e %s separadas com %d de cada"
                        .formatted(Numeros.comCasas(juntas.linhas(), 0), Numeros.comCasas(livros.linhas() + premios.linhas(), 0), n);
                if (n == tamanhos[tamanhos.length - 1]) {
                    afirmarContagem(resultado, conexao, n);
                    resultado.respostaDoPalpite((double) juntas.linhas() / AUTORES, "linhas por autor");
                }
            }
        }
        return resultado.tabela(tabela.barras("linhas juntas"))
                .afirmar("juntas, as coleções se multiplicam; separadas, se somam", multiplicou, observado)
                .nota("Com uma linha de cada, tudo parece certo: o erro aparece quando o dono tem duas de uma coleção e alguma da outra.").pronto();
    }

    private static Connection criar(Banco banco, int n) throws SQLException {
        Acervo.criar(banco, AUTORES, n, n);
        return banco.dataSource().getConnection();
    }

    private static void afirmarContagem(Resultado.Construtor resultado, Connection conexao, int n) throws SQLException {
        long errada = livrosDoPrimeiro(conexao, CONTAGEM_ERRADA);
        long certa = livrosDoPrimeiro(conexao, CONTAGEM_CERTA);
        resultado.afirmar("count() depois do join conta os pares; subconsultas contam cada coleção", errada == (long) n * n && certa == n,
                "%d livros contra %d, quando são %d".formatted(errada, certa, n));
    }

    private record Peso(long linhas, long bytes) {}

    /// Quantas linhas a consulta devolve e quantos bytes de texto elas somam, contados pelo próprio banco.
    private static Peso pesar(Connection conexao, String consulta) throws SQLException {
        var sql = "SELECT count(*), coalesce(sum(octet_length(q::text)), 0) FROM (" + consulta + ") q";
        try (var comando = conexao.prepareStatement(sql)) {
            comando.setArray(1, conexao.createArrayOf("bigint", Acervo.ids(AUTORES).toArray()));
            try (var linhas = comando.executeQuery()) {
                linhas.next();
                return new Peso(linhas.getLong(1), linhas.getLong(2));
            }
        }
    }

    private static long livrosDoPrimeiro(Connection conexao, String consulta) throws SQLException {
        try (var comando = conexao.prepareStatement(consulta)) {
            comando.setArray(1, conexao.createArrayOf("bigint", Acervo.ids(1).toArray()));
            try (var linhas = comando.executeQuery()) {
                linhas.next();
                return linhas.getLong("livros");
            }
        }
    }
}
