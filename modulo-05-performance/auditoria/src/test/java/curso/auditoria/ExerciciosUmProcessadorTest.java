package curso.auditoria;

import org.junit.jupiter.api.DisplayName;

@DisplayName("Exercícios provados, com um processador só")
class ExerciciosUmProcessadorTest extends ProvaDosExercicios {

    ExerciciosUmProcessadorTest() {
        super(Processadores.UM);
    }
}
