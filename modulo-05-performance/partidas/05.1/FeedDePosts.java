package exercicios.aula05_consultas;

import curso.bancada.correcao.Exercicio;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Monta o feed: os autores pedidos, cada um com os seus posts mais novos e os totais de cada post.
///
/// # A tarefa (05.1)
///
/// **O que acontece agora.** Duas consultas por autor e mais duas por post. Com 60 autores de 5 posts, são
/// 720 idas e voltas ao banco; numa rede de 1 ms, mais de meio segundo só de espera.
///
/// **O que deve valer:**
///
/// - No máximo **duas consultas**, para 1 autor ou para 70 mil; com mais autores, elas não aumentam.
/// - Os autores voltam na ordem em que foram pedidos. Quem não existe é ignorado; quem não tem posts aparece, com a lista vazia.
/// - Se ninguém foi pedido, o feed é uma lista vazia.
/// - Cada autor traz até `postsPorAutor` posts, do mais novo para o mais velho; no mesmo instante, o `id` maior vem primeiro.
/// - Cada post traz o seu `id`, o texto e o horário, e diz quantas curtidas e quantos comentários tem.
/// - A conexão é fechada quando o feed fica pronto.
/// - A aplicação só lê linhas que usa: no máximo uma por autor e uma por post devolvidos. Curtidas e
///   comentários chegam contados, não um a um.
///
/// As tabelas já existem, com os índices de que você precisa:
///
/// ```sql
/// usuarios    (id, nome)
/// posts       (id, autor_id, texto, publicado_em)   -- índice (autor_id, publicado_em DESC, id DESC)
/// curtidas    (post_id, usuario_id)                 -- chave primária (post_id, usuario_id)
/// comentarios (id, post_id, texto)                  -- índice (post_id)
/// ```
///
/// **Fora do escopo:** criar índices, cache, páginas seguintes (aula 06) e listas com autores repetidos.
public final class FeedDePosts {

    /// Um post com os seus totais.
    public record Post(long id, String texto, Instant publicadoEm, long curtidas, long comentarios) {}

    /// Um autor e os seus posts, do mais novo para o mais velho.
    public record Autor(long id, String nome, List<Post> posts) {}

    private final DataSource banco;

    public FeedDePosts(DataSource banco) {
        this.banco = banco;
    }

    /// Devolve os autores na ordem pedida, cada um com até `postsPorAutor` posts.
    public List<Autor> montar(List<Long> autores, int postsPorAutor) throws SQLException {
        Exercicio.aFazer("05.1");
        List<Autor> feed = new ArrayList<>();
        try (Connection conexao = banco.getConnection()) {
            for (long id : autores) {
                try (var consulta = conexao.prepareStatement("SELECT nome FROM usuarios WHERE id = ?")) {
                    consulta.setLong(1, id);
                    try (var linhas = consulta.executeQuery()) {
                        if (linhas.next()) {
                            feed.add(new Autor(id, linhas.getString("nome"), posts(conexao, id, postsPorAutor)));
                        }
                    }
                }
            }
        }
        return feed;
    }

    private List<Post> posts(Connection conexao, long autor, int quantos) throws SQLException {
        List<Post> posts = new ArrayList<>();
        var sql = """
                SELECT id, texto, publicado_em
                  FROM posts
                 WHERE autor_id = ?
                 ORDER BY publicado_em DESC, id DESC
                 LIMIT ?
                """;
        try (var consulta = conexao.prepareStatement(sql)) {
            consulta.setLong(1, autor);
            consulta.setInt(2, quantos);
            try (var linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    long id = linhas.getLong("id");
                    posts.add(new Post(id, linhas.getString("texto"),
                            linhas.getObject("publicado_em", OffsetDateTime.class).toInstant(),
                            total(conexao, "SELECT count(*) FROM curtidas WHERE post_id = ?", id),
                            total(conexao, "SELECT count(*) FROM comentarios WHERE post_id = ?", id)));
                }
            }
        }
        return posts;
    }

    private long total(Connection conexao, String sql, long post) throws SQLException {
        try (var consulta = conexao.prepareStatement(sql)) {
            consulta.setLong(1, post);
            try (var linhas = consulta.executeQuery()) {
                linhas.next();
                return linhas.getLong(1);
            }
        }
    }
}
