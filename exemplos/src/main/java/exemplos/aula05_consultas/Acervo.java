package exemplos.aula05_consultas;

import curso.bancada.servicos.Banco;
import java.util.List;
import java.util.stream.LongStream;

/// As tabelas de um acervo: autores, livros e prêmios. Os dados são sempre os mesmos.
final class Acervo {
    /// Uma biografia de 600 bytes: o que o join repete em cada livro.
    private static final int BYTES_DA_BIOGRAFIA = 600;
    private static final String TABELAS = """
            CREATE TABLE autores (id bigint PRIMARY KEY, nome text NOT NULL, biografia text NOT NULL);
            CREATE TABLE livros (
                id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                autor_id bigint NOT NULL REFERENCES autores,
                titulo   text NOT NULL);
            CREATE TABLE premios (
                id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                autor_id bigint NOT NULL REFERENCES autores,
                nome     text NOT NULL);
            CREATE INDEX livros_do_autor ON livros (autor_id);
            CREATE INDEX premios_do_autor ON premios (autor_id);
            """;

    private Acervo() {}

    /// Cria as tabelas e as enche; cada autor tem os mesmos números de livros e de prêmios.
    static void criar(Banco banco, int autores, int livros, int premios) {
        banco.executar(TABELAS);
        banco.executar("""
                INSERT INTO autores
                SELECT i, 'Autor ' || i, repeat('b', %d) FROM generate_series(1, %d) i;
                INSERT INTO livros (autor_id, titulo)
                SELECT a, 'Livro ' || l || ' do autor ' || a FROM generate_series(1, %d) l, generate_series(1, %d) a;
                INSERT INTO premios (autor_id, nome)
                SELECT a, 'Prêmio ' || p || ' do autor ' || a FROM generate_series(1, %d) p, generate_series(1, %d) a;
                """.formatted(BYTES_DA_BIOGRAFIA, autores, livros, autores, premios, autores));
        banco.executar("VACUUM (ANALYZE)");
    }

    static List<Long> ids(int quantos) {
        return LongStream.rangeClosed(1, quantos).boxed().toList();
    }
}
