package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pilhas resumidas: onde o código do aluno parou, sem ruído")
class PilhasResumidasTest {

    private static final String PILHA = """
            "teste-soma" RUNNABLE
                at exercicios.aula01_threads.Soma.soma(Soma.java:44)
                at java.base/java.lang.invoke.LambdaForm$MH/0x000000005a050000.invoke(LambdaForm$MH)
                at org.junit.jupiter.engine.Outra.rodar(Outra.java:1)
                at curso.bancada.correcao.ExecucaoComPrazo.rodar(ExecucaoComPrazo.java:45)
                at java.base/java.lang.Thread.run(Thread.java:1474)""";

    @Test
    @DisplayName("tira os quadros do JUnit e da bancada")
    void tiraORuido_quandoHaQuadrosDeFora() {
        assertThat(PilhasResumidas.de(PILHA, "teste-soma")).isEqualTo("""
                \s "teste-soma" RUNNABLE
                      at exercicios.aula01_threads.Soma.soma(Soma.java:44)
                      at java.base/java.lang.Thread.run(Thread.java:1474)""");
    }

    @Test
    @DisplayName("mostra quatro threads e conta o resto")
    void contaOResto_quandoHaMuitasThreads() {
        String dez = IntStream.range(0, 10).mapToObj(_ -> PILHA).collect(Collectors.joining("\n\n"));
        assertThat(PilhasResumidas.de(dez, "teste-soma")).endsWith("(e mais 6 threads)");
        assertThat(PilhasResumidas.de(dez, "teste-soma").split("teste-soma", -1)).hasSize(5);
    }

    @Test
    @DisplayName("a thread do teste vem antes das que um teste anterior deixou")
    void poeADoTesteAntes_quandoHaOutrasPresas() {
        String doAnterior = PILHA.replace("teste-soma", "teste-anterior");
        assertThat(PilhasResumidas.de(doAnterior + "\n\n" + PILHA, "teste-soma").strip()).startsWith("\"teste-soma\"");
    }
}
