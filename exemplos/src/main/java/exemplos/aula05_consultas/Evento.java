package exemplos.aula05_consultas;

import java.util.List;
import java.util.stream.IntStream;

/// Uma linha a inserir.
record Evento(long id, String origem, String texto, long valor) {

    static final String TABELA = """
            CREATE TABLE eventos (id bigint PRIMARY KEY, origem text NOT NULL, texto text NOT NULL, valor bigint NOT NULL)
            """;

    static List<Evento> muitos(int quantos) {
        return IntStream.rangeClosed(1, quantos)
                .mapToObj(i -> new Evento(i, "origem " + i % 10, "evento de número " + i, i * 7L)).toList();
    }
}
