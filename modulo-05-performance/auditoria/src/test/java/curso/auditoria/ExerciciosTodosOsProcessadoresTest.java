package curso.auditoria;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Exercícios provados, com todos os processadores")
class ExerciciosTodosOsProcessadoresTest extends ProvaDosExercicios {

    ExerciciosTodosOsProcessadoresTest() {
        super(Processadores.TODOS);
    }
}
