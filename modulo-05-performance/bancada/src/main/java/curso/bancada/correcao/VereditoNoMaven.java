package curso.bancada.correcao;

import curso.bancada.catalogo.Armadilha;
import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.Catalogo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Fecha o `mvn test` dos exercícios com uma linha por exercício e, se as falhas são as de uma armadilha
/// conhecida, com a explicação dela.
public final class VereditoNoMaven implements TestExecutionListener {

    private final Map<String, Contagem> porExercicio = new TreeMap<>();

    private static final class Contagem {
        int passaram;
        int aFazer;
        final Set<String> falhas = new TreeSet<>();

        int total() {
            return passaram + aFazer + falhas.size();
        }
    }

    @Override
    public void executionFinished(TestIdentifier teste, TestExecutionResult resultado) {
        if (!(teste.getSource().orElse(null) instanceof MethodSource metodo) || !teste.isTest()) {
            return;
        }
        TesteDeExercicio declarado = metodo.getJavaClass().getAnnotation(TesteDeExercicio.class);
        if (declarado == null) {
            return;
        }
        Contagem contagem = porExercicio.computeIfAbsent(declarado.value(), _ -> new Contagem());
        switch (resultado.getStatus()) {
            case SUCCESSFUL -> contagem.passaram++;
            case ABORTED -> contagem.aFazer++;
            case FAILED -> contagem.falhas.add(metodo.getMethodName());
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plano) {
        if (porExercicio.isEmpty()) {
            return;
        }
        StringBuilder texto = new StringBuilder("\nExercícios\n");
        porExercicio.forEach((numero, contagem) -> texto.append(linha(numero, contagem)));
        System.out.println(texto);
    }

    private static String linha(String numero, Contagem c) {
        if (!c.falhas.isEmpty()) {
            return "  ✘ %s  %d de %d testes passam%n%s".formatted(numero, c.passaram, c.total(), explicacao(numero, c.falhas));
        }
        return c.aFazer > 0
                ? "  · %s  a fazer (%d testes)%n".formatted(numero, c.total())
                : "  ✔ %s  resolvido: %d testes passam%n".formatted(numero, c.passaram);
    }

    private static String explicacao(String numero, Set<String> falhas) {
        StringBuilder texto = new StringBuilder();
        for (Armadilha armadilha : conhecidas(numero)) {
            if (armadilha.combinaCom(falhas)) {
                texto.append("    Estas falhas são as da armadilha «").append(armadilha.titulo()).append("»:\n")
                        .append(armadilha.explicacao().indent(6));
            }
        }
        return texto.append("    Próximo passo: ./curso dica ").append(numero).append('\n').toString();
    }

    private static List<Armadilha> conhecidas(String numero) {
        return Casa.encontrar()
                .flatMap(casa -> Catalogo.ler(casa).exercicio(numero).map(casa::armadilhas))
                .orElse(List.of());
    }
}
