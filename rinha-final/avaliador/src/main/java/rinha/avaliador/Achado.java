package rinha.avaliador;

import java.util.List;

/// Um defeito visto: o que foi enviado, o que veio, o que se esperava, a causa provável e o próximo passo.
///
/// @param vezes    quantas vezes se viu
/// @param exemplos os primeiros, no máximo [#EXEMPLOS]
/// @param custo    o que tira da nota; zero no conselho
/// @param repetir  o comando que repete só isto
public record Achado(Regra regra, long vezes, List<Exemplo> exemplos, String causa, String proximoPasso, Dolares custo,
                     String repetir) {

    public static final int EXEMPLOS = 3;

    public Achado {
        exemplos = exemplos.stream().limit(EXEMPLOS).toList();
    }

    /// Uma ocorrência inteira.
    public record Exemplo(String enviado, String veio, String esperado) {
    }

    Achado comCusto(Dolares valor) {
        return new Achado(regra, vezes, exemplos, causa, proximoPasso, valor, repetir);
    }
}
