package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Armadilha: a ordem pedida se perde, e vale a dos ids.
public final class FeedDePosts {
    private static final String FEED = """
            SELECT u.id, u.nome, p.id AS post_id, p.texto, p.publicado_em, p.curtidas, p.comentarios
              FROM usuarios u
              LEFT JOIN LATERAL (
                       SELECT id, texto, publicado_em,
                              (SELECT count(*) FROM curtidas c WHERE c.post_id = posts.id) AS curtidas,
                              (SELECT count(*) FROM comentarios k WHERE k.post_id = posts.id) AS comentarios
                         FROM posts
                        WHERE autor_id = u.id
                        ORDER BY publicado_em DESC, id DESC
                        LIMIT ?) p ON true
             WHERE u.id = ANY (?)
             ORDER BY u.id, p.publicado_em DESC, p.id DESC
            """;

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
        try (Connection conexao = banco.getConnection(); var consulta = conexao.prepareStatement(FEED)) {
            consulta.setArray(2, conexao.createArrayOf("bigint", autores.toArray()));
            consulta.setInt(1, postsPorAutor);
            try (var linhas = consulta.executeQuery()) {
                return agrupar(linhas);
            }
        }
    }

    private static List<Autor> agrupar(ResultSet linhas) throws SQLException {
        Map<Long, Autor> feed = new LinkedHashMap<>();
        while (linhas.next()) {
            long id = linhas.getLong("id");
            var nome = linhas.getString("nome");
            var autor = feed.computeIfAbsent(id, novo -> new Autor(novo, nome, new ArrayList<>()));
            var publicadoEm = linhas.getObject("publicado_em", OffsetDateTime.class);
            if (publicadoEm != null) {
                autor.posts().add(new Post(linhas.getLong("post_id"), linhas.getString("texto"), publicadoEm.toInstant(),
                        linhas.getLong("curtidas"), linhas.getLong("comentarios")));
            }
        }
        return List.copyOf(feed.values());
    }
}
