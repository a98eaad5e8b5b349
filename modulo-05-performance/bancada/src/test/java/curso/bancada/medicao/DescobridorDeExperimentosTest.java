package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Descoberta de experimentos")
class DescobridorDeExperimentosTest {

    @TempDir
    private Path pasta;

    private ClassesDeProva classes;

    @BeforeEach
    void compilar() throws Exception {
        classes = new ClassesDeProva(pasta)
                .experimento("aula97_prova", "Segundo", "b", "return null;")
                .experimento("aula97_prova", "Primeiro", "a", "return null;")
                .experimento("aula98_outra", "Outro", "c", "return null;");
    }

    @Test
    @DisplayName("acha numa pasta os da aula, na ordem dos nomes")
    void achaNaPasta() throws Exception {
        var descobridor = classes.descobridor(classes.raiz());
        assertThat(descobridor.daAula("97")).extracting(e -> e.ficha().nome()).containsExactly("a", "b");
        assertThat(descobridor.todos()).extracting(e -> e.ficha().nome()).containsExactly("a", "b", "c");
        assertThat(descobridor.daAula("96")).isEmpty();
    }

    @Test
    @DisplayName("acha também num jar sem entradas de pasta, e ignora entradas que não existem")
    void achaNoJar() throws Exception {
        var jar = classes.jar();
        assertThat(classes.descobridor(pasta.resolve("nada"), pasta.resolve("nada.jar"), jar).daAula("98"))
                .extracting(e -> e.ficha().nome()).containsExactly("c");
    }

    @Test
    @DisplayName("ignora o que não é experimento público: classes comuns, abstratas, de pacote, aninhadas e de subpacote")
    void ignoraOResto() throws Exception {
        classes.classe("aula97_prova", "Comum", "public class Comum { public static class Dentro { } }")
                .classe("aula97_prova", "Base", "public abstract class Base implements Experimento { }")
                .classe("aula97_prova", "Escondido", "abstract class Escondido implements Experimento { }")
                .classe("aula97_prova.jmh_generated", "Gerada", "public abstract class Gerada implements Experimento { }")
                .classe("aula97_prova", "Explosiva", "public class Explosiva { static { if (true) throw new Error(\"inicializou\"); } }");
        assertThat(classes.descobridor(classes.raiz()).daAula("97")).extracting(e -> e.ficha().nome()).containsExactly("a", "b");
    }

    @Test
    @DisplayName("recusa dois experimentos com o mesmo nome, e diz quais")
    void recusaNomeRepetido() throws Exception {
        classes.experimento("aula97_prova", "Copia", "a", "return null;");
        assertThatThrownBy(() -> classes.descobridor(classes.raiz()).daAula("97")).isInstanceOf(MedicaoInvalida.class)
                .hasMessageContaining("Copia").hasMessageContaining("Primeiro").hasMessageContaining("«a»");
    }

    @Test
    @DisplayName("recusa experimento cuja ficha diz outra aula")
    void recusaAulaTrocada() throws Exception {
        classes.classe("aula97_prova", "Trocado", """
                public final class Trocado implements Experimento {
                    public Ficha ficha() { return new Ficha("03", "t", "P?", "Q?", java.time.Duration.ofSeconds(1)); }
                    public Resultado executar(Ambiente ambiente) { return null; }
                }""");
        assertThatThrownBy(() -> classes.descobridor(classes.raiz()).daAula("97"))
                .hasMessageContaining("Trocado se diz da aula 03");
    }

    @Test
    @DisplayName("recusa experimento sem construtor público sem argumentos, ou que falha ao ser criado")
    void recusaConstrutor() throws Exception {
        classes.classe("aula96_a", "Exigente", """
                public final class Exigente implements Experimento {
                    public Exigente(int n) { }
                    public Ficha ficha() { return null; }
                    public Resultado executar(Ambiente ambiente) { return null; }
                }""").classe("aula95_b", "Fragil", """
                public final class Fragil implements Experimento {
                    public Fragil() { throw new IllegalStateException("sem disco"); }
                    public Ficha ficha() { return null; }
                    public Resultado executar(Ambiente ambiente) { return null; }
                }""");
        assertThatThrownBy(() -> classes.descobridor(classes.raiz()).daAula("96")).hasMessageContaining("sem argumentos");
        assertThatThrownBy(() -> classes.descobridor(classes.raiz()).daAula("95")).hasMessageContaining("sem disco");
    }
}
