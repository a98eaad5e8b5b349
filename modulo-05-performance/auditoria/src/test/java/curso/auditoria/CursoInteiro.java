package curso.auditoria;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.catalogo.FichaDeExercicio;
import java.util.List;

/// O repositório sob auditoria, com os pares aula e exercício.
final class CursoInteiro {

    static final Casa CASA = Casa.encontrar()
            .orElseThrow(() -> new IllegalStateException("a auditoria precisa rodar dentro do repositório do curso"));
    static final Catalogo CATALOGO = Catalogo.ler(CASA);

    private CursoInteiro() {}

    record Item(Aula aula, FichaDeExercicio ficha) {
        String nome() {
            return ficha.numero() + " " + ficha.classe();
        }
    }

    static List<Item> exercicios() {
        return CATALOGO.aulas().stream()
                .flatMap(a -> a.exercicios().stream().map(e -> new Item(a, e)))
                .toList();
    }
}
