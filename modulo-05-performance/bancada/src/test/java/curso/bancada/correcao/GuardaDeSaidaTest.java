package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Guarda de saída: System.exit vira exceção e o resto do bytecode não muda")
class GuardaDeSaidaTest {

    /// Código com desvios, heranças e lambdas: os quadros da pilha precisam continuar válidos depois da troca.
    static class Cobaia {
        static class Forma { }
        static final class Circulo extends Forma { }
        static final class Quadrado extends Forma { }

        static String rodar(String modo) {
            Forma forma = modo.length() > 3 ? new Circulo() : new Quadrado();
            try {
                switch (modo) {
                    case "exit" -> System.exit(7);
                    case "runtime" -> Runtime.getRuntime().exit(7);
                    case "halt" -> List.of(1).forEach(_ -> Runtime.getRuntime().halt(7));
                    default -> { }
                }
            } finally {
                forma = forma instanceof Circulo ? new Quadrado() : forma;
            }
            return forma.getClass().getSimpleName();
        }
    }

    private static Object rodar(String modo) throws Exception {
        Map<String, byte[]> classes = new HashMap<>();
        for (Class<?> c : List.of(Cobaia.class, Cobaia.Forma.class, Cobaia.Circulo.class, Cobaia.Quadrado.class)) {
            classes.put(c.getName(), bytes(c));
        }
        Class<?> protegida = new CarregadorDeMemoria(classes).loadClass(Cobaia.class.getName());
        var metodo = protegida.getDeclaredMethod("rodar", String.class);
        metodo.setAccessible(true);
        return metodo.invoke(null, modo);
    }

    private static byte[] bytes(Class<?> c) throws IOException {
        try (InputStream in = c.getResourceAsStream("/" + c.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "runtime", "halt"})
    @DisplayName("cada jeito de encerrar a JVM lança SaidaProibida com o código")
    void lanca_quandoEncerraAJvm(String modo) {
        assertThatThrownBy(() -> rodar(modo)).isInstanceOf(InvocationTargetException.class)
                .cause().isInstanceOf(SaidaProibida.class).hasMessageContaining("código 7");
        assertThat(SaidaProibida.retirar()).as("a tentativa fica registrada").isNotNull();
    }

    @Test
    @DisplayName("o caminho que não encerra continua a funcionar na classe trocada")
    void continuaIgual_quandoNaoEncerra() throws Exception {
        assertThat(rodar("nada")).isEqualTo("Quadrado");
    }

    @Test
    @DisplayName("uma classe sem chamadas de saída volta com os mesmos bytes")
    void naoMexe_quandoNaoHaSaida() throws IOException {
        byte[] original = bytes(Cobaia.Forma.class);
        assertThat(GuardaDeSaida.proteger(original)).isSameAs(original);
    }
}
