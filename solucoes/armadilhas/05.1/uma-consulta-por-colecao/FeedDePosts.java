package exercicios.aula05_consultas;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/// Armadilha: nenhum laço, e uma consulta para cada coleção.
public final class FeedDePosts {
    private static final String AUTORES = "SELECT id, nome FROM usuarios WHERE id = ANY (?)";
    private static final String POSTS = """
            SELECT p.autor_id, p.id, p.texto, p.publicado_em
              FROM unnest(?) AS pedido (id)
              JOIN LATERAL (
                       SELECT * FROM posts WHERE autor_id = pedido.id ORDER BY publicado_em DESC, id DESC LIMIT ?) p ON true
             ORDER BY p.publicado_em DESC, p.id DESC
            """;
    private static final String CURTIDAS = "SELECT post_id, count(*) FROM curtidas WHERE post_id = ANY (?) GROUP BY post_id";
    private static final String COMENTARIOS = "SELECT post_id, count(*) FROM comentarios WHERE post_id = ANY (?) GROUP BY post_id";

    /// Um post com os seus totais.
    public record Post(long id, String texto, Instant publicadoEm, long curtidas, long comentarios) {}

    /// Um autor e os seus posts, do mais novo para o mais velho.
    public record Autor(long id, String nome, List<Post> posts) {}

    private record Linha(long autor, long id, String texto, Instant publicadoEm) {}

    private final DataSource banco;

    public FeedDePosts(DataSource banco) {
        this.banco = banco;
    }

    /// Devolve os autores na ordem pedida, cada um com até `postsPorAutor` posts.
    public List<Autor> montar(List<Long> autores, int postsPorAutor) throws SQLException {
        try (Connection conexao = banco.getConnection()) {
            Map<Long, Autor> feed = autores(conexao, autores);
            List<Linha> linhas = posts(conexao, autores, postsPorAutor);
            var ids = linhas.stream().map(Linha::id).toList();
            var curtidas = totais(conexao, CURTIDAS, ids);
            var comentarios = totais(conexao, COMENTARIOS, ids);
            for (var linha : linhas) {
                feed.get(linha.autor()).posts().add(new Post(linha.id(), linha.texto(), linha.publicadoEm(),
                        curtidas.getOrDefault(linha.id(), 0L), comentarios.getOrDefault(linha.id(), 0L)));
            }
            return autores.stream().map(feed::get).filter(Objects::nonNull).toList();
        }
    }

    private static Map<Long, Autor> autores(Connection conexao, List<Long> pedidos) throws SQLException {
        Map<Long, Autor> autores = new LinkedHashMap<>();
        try (var consulta = conexao.prepareStatement(AUTORES)) {
            consulta.setArray(1, conexao.createArrayOf("bigint", pedidos.toArray()));
            try (ResultSet linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    autores.put(linhas.getLong("id"), new Autor(linhas.getLong("id"), linhas.getString("nome"), new ArrayList<>()));
                }
            }
        }
        return autores;
    }

    private static List<Linha> posts(Connection conexao, List<Long> autores, int quantos) throws SQLException {
        List<Linha> posts = new ArrayList<>();
        try (var consulta = conexao.prepareStatement(POSTS)) {
            consulta.setArray(1, conexao.createArrayOf("bigint", autores.toArray()));
            consulta.setInt(2, quantos);
            try (ResultSet linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    posts.add(new Linha(linhas.getLong("autor_id"), linhas.getLong("id"), linhas.getString("texto"),
                            linhas.getObject("publicado_em", OffsetDateTime.class).toInstant()));
                }
            }
        }
        return posts;
    }

    private static Map<Long, Long> totais(Connection conexao, String sql, List<Long> posts) throws SQLException {
        Map<Long, Long> totais = new HashMap<>();
        try (var consulta = conexao.prepareStatement(sql)) {
            consulta.setArray(1, conexao.createArrayOf("bigint", posts.toArray()));
            try (ResultSet linhas = consulta.executeQuery()) {
                while (linhas.next()) {
                    totais.put(linhas.getLong(1), linhas.getLong(2));
                }
            }
        }
        return totais;
    }
}
