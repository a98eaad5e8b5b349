package exemplos.aula05_consultas;

import java.util.List;

/// Um autor do acervo e os títulos dos seus livros, em ordem de publicação.
record Autor(long id, String nome, String biografia, List<String> titulos) {}
