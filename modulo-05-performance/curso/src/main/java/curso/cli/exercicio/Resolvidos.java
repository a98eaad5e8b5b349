package curso.cli.exercicio;

import curso.cli.nucleo.Contexto;

/// Quanto do curso já está resolvido.
public final class Resolvidos {

    private Resolvidos() {
    }

    /// `3 de 9 exercícios do curso.`
    public static String frase(Contexto contexto) {
        var progresso = contexto.diario().ler();
        var exercicios = contexto.catalogo().exercicios();
        long prontos = exercicios.stream().filter(e -> progresso.exercicio(e.numero()).passou()).count();
        return prontos + " de " + exercicios.size() + (exercicios.size() == 1 ? " exercício" : " exercícios") + " do curso.";
    }
}
