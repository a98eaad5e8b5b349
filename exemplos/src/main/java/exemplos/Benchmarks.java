package exemplos;

import java.io.IOException;

/// A entrada de `benchmarks.jar`: a do JMH, se o Java serve.
///
/// Esta classe é compilada para o Java 17: num Java mais velho que o do curso ela diz o que falta, onde o JMH mostraria uma pilha de
/// `UnsupportedClassVersionError` por benchmark e sairia com 0.
public final class Benchmarks {
    private static final int JAVA = 25;

    private Benchmarks() {}

    /// Recebe os argumentos do JMH; sai com 2 se o Java é velho demais.
    public static void main(String[] args) throws IOException {
        if (Runtime.version().feature() < JAVA) {
            System.err.println("Os benchmarks precisam do Java " + JAVA + "; este é o " + System.getProperty("java.version")
                    + ", de " + System.getProperty("java.home") + ".\n"
                    + "Use o java do JDK " + JAVA + " no lugar dele (/pasta/do/jdk/bin/java -jar …) ou ./curso benchmark, que o acha sozinho.");
            System.exit(2);
        }
        org.openjdk.jmh.Main.main(args);
    }
}
