package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/// Armadilha: o join multiplica, e a aplicação joga fora as repetições.
public final class FeedDePosts {
    private static final String FEED = """
            SELECT u.id, u.nome, p.id AS post_id, p.texto, p.publicado_em, l.usuario_id AS curtida, k.id AS comentario
              FROM unnest(?) WITH ORDINALITY AS pedido (id, ordem)
              JOIN usuarios u ON u.id = pedido.id
              LEFT JOIN LATERAL (
                       SELECT id, texto, publicado_em
                         FROM posts
                        WHERE autor_id = u.id
                        ORDER BY publicado_em DESC, id DESC
                        LIMIT ?) p ON true
              LEFT JOIN curtidas l ON l.post_id = p.id
              LEFT JOIN comentarios k ON k.post_id = p.id
             ORDER BY pedido.ordem, p.publicado_em DESC, p.id DESC
            """;

    /// Um post com os seus totais.
    public record Post(long id, String texto, Instant publicadoEm, long curtidas, long comentarios) {}

    /// Um autor e os seus posts, do mais novo para o mais velho.
    public record Autor(long id, String nome, List<Post> posts) {}

    private record Rascunho(long id, String texto, Instant publicadoEm, Set<Long> curtidas, Set<Long> comentarios) {
        Post post() {
            return new Post(id, texto, publicadoEm, curtidas.size(), comentarios.size());
        }
    }

    private record Pagina(long id, String nome, Map<Long, Rascunho> posts) {
        Autor autor() {
            return new Autor(id, nome, posts.values().stream().map(Rascunho::post).toList());
        }
    }

    private final DataSource banco;

    public FeedDePosts(DataSource banco) {
        this.banco = banco;
    }

    /// Devolve os autores na ordem pedida, cada um com até `postsPorAutor` posts.
    public List<Autor> montar(List<Long> autores, int postsPorAutor) throws SQLException {
        try (Connection conexao = banco.getConnection(); var consulta = conexao.prepareStatement(FEED)) {
            consulta.setArray(1, conexao.createArrayOf("bigint", autores.toArray()));
            consulta.setInt(2, postsPorAutor);
            try (var linhas = consulta.executeQuery()) {
                return agrupar(linhas);
            }
        }
    }

    private static List<Autor> agrupar(ResultSet linhas) throws SQLException {
        Map<Long, Pagina> feed = new LinkedHashMap<>();
        while (linhas.next()) {
            var nome = linhas.getString("nome");
            var pagina = feed.computeIfAbsent(linhas.getLong("id"), id -> new Pagina(id, nome, new LinkedHashMap<>()));
            var publicadoEm = linhas.getObject("publicado_em", OffsetDateTime.class);
            if (publicadoEm != null) {
                var texto = linhas.getString("texto");
                var post = pagina.posts().computeIfAbsent(linhas.getLong("post_id"),
                        id -> new Rascunho(id, texto, publicadoEm.toInstant(), new HashSet<>(), new HashSet<>()));
                anotar(post.curtidas(), linhas.getObject("curtida", Long.class));
                anotar(post.comentarios(), linhas.getObject("comentario", Long.class));
            }
        }
        return new ArrayList<>(feed.values().stream().map(Pagina::autor).toList());
    }

    private static void anotar(Set<Long> vistos, Long id) {
        if (id != null) {
            vistos.add(id);
        }
    }
}
