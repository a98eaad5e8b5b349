package curso.bancada.servicos;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Um só `Servicos` para todos os testes da JVM; encerra com ela.
public final class ServicosDoTeste {
    private static final Servicos UNICO = embutidos();

    private ServicosDoTeste() {}

    /// Embutidos mesmo que o ambiente aponte para outros: é deles que estes testes falam.
    static Servicos embutidos() {
        String cache = System.getenv("CURSO_CACHE");
        return Servicos.abrir(cache == null ? Map.of() : Map.of("CURSO_CACHE", cache), System.err::println);
    }

    public static Servicos abertos() {
        return UNICO;
    }

    /// Espera por algo que acontece em outro processo, onde não há o que assinar.
    static boolean acontece(Duration prazo, BooleanSupplier condicao) {
        long limite = System.nanoTime() + prazo.toNanos();
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() - limite > 0) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return true;
    }
}
