package exercicios.aula05_consultas;

import curso.bancada.servicos.Banco;
import java.time.Instant;

/// As tabelas do feed (05.1) e um jeito curto de enchê-las; os `id` dos posts contam de 1 na ordem de criação.
final class RedeSocial {
    private static final String TABELAS = """
            CREATE TABLE usuarios (id bigint PRIMARY KEY, nome text NOT NULL);
            CREATE TABLE posts (
                id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                autor_id     bigint NOT NULL REFERENCES usuarios,
                texto        text NOT NULL,
                publicado_em timestamptz NOT NULL);
            CREATE INDEX posts_do_autor ON posts (autor_id, publicado_em DESC, id DESC);
            CREATE TABLE curtidas (
                post_id    bigint NOT NULL REFERENCES posts,
                usuario_id bigint NOT NULL REFERENCES usuarios,
                PRIMARY KEY (post_id, usuario_id));
            CREATE TABLE comentarios (
                id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                post_id bigint NOT NULL REFERENCES posts,
                texto   text NOT NULL);
            CREATE INDEX comentarios_do_post ON comentarios (post_id);
            """;

    private final Banco banco;
    private final StringBuilder comandos = new StringBuilder(TABELAS);

    private RedeSocial(Banco banco) {
        this.banco = banco;
    }

    static RedeSocial em(Banco banco) {
        return new RedeSocial(banco);
    }

    /// Cria os usuários `de`…`ate`, chamados «Usuário 1», «Usuário 2»….
    RedeSocial usuarios(int de, int ate) {
        return com("INSERT INTO usuarios SELECT i, 'Usuário ' || i FROM generate_series(%d, %d) i".formatted(de, ate));
    }

    /// Cada autor de `de` a `ate` publica um post por hora, `quantos` vezes, a primeira em `inicio`.
    RedeSocial postsPorHora(int de, int ate, int quantos, Instant inicio) {
        return com("""
                INSERT INTO posts (autor_id, texto, publicado_em)
                SELECT autor, 'post ' || hora || ' do autor ' || autor, timestamptz '%s' + hora * interval '1 hour'
                  FROM generate_series(0, %d) hora, generate_series(%d, %d) autor
                 ORDER BY hora, autor
                """.formatted(inicio, quantos - 1, de, ate));
    }

    RedeSocial post(long autor, String texto, Instant quando) {
        return com("INSERT INTO posts (autor_id, texto, publicado_em) VALUES (%d, '%s', '%s')".formatted(autor, texto, quando));
    }

    /// Os usuários 1 a `quantos` curtem o post.
    RedeSocial curtidas(long post, int quantos) {
        return com("INSERT INTO curtidas SELECT %d, i FROM generate_series(1, %d) i".formatted(post, quantos));
    }

    RedeSocial comentarios(long post, int quantos) {
        return com("""
                INSERT INTO comentarios (post_id, texto)
                SELECT %d, 'comentário ' || i FROM generate_series(1, %d) i
                """.formatted(post, quantos));
    }

    /// Cria tudo de uma vez e atualiza as estatísticas, para que o plano não dependa de quando o autovacuum passou.
    void pronta() {
        banco.executar(comandos.append("ANALYZE usuarios, posts, curtidas, comentarios").toString());
    }

    private RedeSocial com(String comando) {
        comandos.append(comando).append(";\n");
        return this;
    }
}
