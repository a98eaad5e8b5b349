package curso.bancada.correcao;

import curso.bancada.catalogo.Armadilha;
import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.medicao.Texto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Fecha o `mvn test` dos exercícios com uma linha por exercício e, se as falhas são as de uma armadilha
/// conhecida, com a explicação dela.
public final class VereditoNoMaven implements TestExecutionListener {

    private static final int COLUNAS = 80;

    private final Map<String, Contagem> porExercicio = new TreeMap<>();

    private static final class Contagem {
        int passaram;
        int aFazer;
        final Set<String> falhas = new TreeSet<>();
        FalhaDaMaquina daMaquina;

        int total() {
            return passaram + aFazer + falhas.size();
        }
    }

    @Override
    public void executionFinished(TestIdentifier teste, TestExecutionResult resultado) {
        TesteDeExercicio declarado = classe(teste).map(c -> c.getAnnotation(TesteDeExercicio.class)).orElse(null);
        if (declarado == null || !teste.isTest() && resultado.getStatus() != TestExecutionResult.Status.FAILED) {
            return;
        }
        Contagem contagem = porExercicio.computeIfAbsent(declarado.value(), _ -> new Contagem());
        switch (resultado.getStatus()) {
            case SUCCESSFUL -> contagem.passaram++;
            case ABORTED -> contagem.aFazer++;
            case FAILED -> falhou(contagem, teste, resultado.getThrowable().orElse(null));
        }
    }

    private static void falhou(Contagem contagem, TestIdentifier teste, Throwable falha) {
        FalhaDaMaquina daMaquina = FalhaDaMaquina.em(falha);
        if (daMaquina == null) {
            contagem.falhas.add(teste.getSource().orElse(null) instanceof MethodSource metodo ? metodo.getMethodName() : teste.getDisplayName());
        } else if (contagem.daMaquina == null) {
            contagem.daMaquina = daMaquina;
        }
    }

    /// A classe de um teste, ou a própria: o que falha antes do primeiro teste é anotado nela.
    private static Optional<Class<?>> classe(TestIdentifier teste) {
        return teste.getSource().map(fonte -> switch (fonte) {
            case MethodSource metodo -> metodo.getJavaClass();
            case ClassSource classe -> classe.getJavaClass();
            default -> null;
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plano) {
        if (porExercicio.isEmpty()) {
            return;
        }
        System.out.println(texto());
    }

    String texto() {
        StringBuilder texto = new StringBuilder("\nExercícios\n");
        porExercicio.forEach((numero, contagem) -> texto.append(linha(numero, contagem)));
        return texto.toString();
    }

    private static String linha(String numero, Contagem c) {
        if (c.daMaquina != null) {
            return "  ✘ %s  interrompido%n%s".formatted(numero, emColunas(c.daMaquina.getMessage(), 4));
        }
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
                        .append(emColunas(paragrafos(armadilha.explicacao()), 6));
            }
        }
        return texto.append("    Próximo passo: ./curso dica ").append(numero).append('\n').toString();
    }

    /// O Maven não diz a largura do terminal: 80 colunas cabem em quase todos.
    private static String emColunas(String texto, int recuo) {
        return texto.lines()
                .map(paragrafo -> paragrafo.isBlank() ? "\n" : String.join("\n", Texto.quebrar(paragrafo, COLUNAS - recuo)).indent(recuo))
                .collect(Collectors.joining());
    }

    /// Junta as linhas que o Markdown quebrou dentro de um parágrafo.
    private static String paragrafos(String markdown) {
        return markdown.strip().replaceAll("(?<!\n)\n(?!\n)", " ");
    }

    private static List<Armadilha> conhecidas(String numero) {
        return Casa.encontrar()
                .flatMap(casa -> Catalogo.ler(casa).exercicio(numero).map(casa::armadilhas))
                .orElse(List.of());
    }
}
