package curso.bancada.correcao;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.FichaDeExercicio;
import java.nio.file.Path;
import java.util.List;

/// O que corrigir: os fontes a compilar juntos e a classe de teste a rodar.
///
/// `fontes` traz o arquivo do exercício, o seu teste e os apoios da aula; nada mais é compilado, por isso o
/// erro de outro exercício não atrapalha.
public record Pedido(String exercicio, List<Path> fontes, String classeDeTeste) {

    public Pedido {
        fontes = List.copyOf(fontes);
    }

    /// O pedido de corrigir `fonte` (a do aluno, a partida, a solução ou uma armadilha) com o teste deste exercício.
    public static Pedido de(Casa casa, Aula aula, FichaDeExercicio ficha, Path fonte) {
        return new Pedido(ficha.numero(), casa.fontesDaCorrecao(aula, ficha, fonte), casa.classeDeTeste(aula, ficha));
    }
}
