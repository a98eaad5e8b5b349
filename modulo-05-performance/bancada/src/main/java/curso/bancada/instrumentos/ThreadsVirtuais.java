package curso.bancada.instrumentos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// As threads virtuais vivas desta JVM.
///
/// Nenhuma API pública as lista com segurança. O despejo de `HotSpotDiagnosticMXBean` as mostra, mas no JDK 25 ele lê a pilha de uma
/// thread virtual enquanto ela se monta ou desmonta, e derruba a JVM (JDK-8364343). Por isso se lê o registro interno do JDK: a JVM
/// precisa da [#OPCAO]. Sem ela, a lista é vazia.
public final class ThreadsVirtuais {
    /// O que a linha de comando da JVM precisa ter para que as threads virtuais se vejam.
    public static final String OPCAO = "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

    private ThreadsVirtuais() {}

    /// As que estavam vivas no momento da chamada, também as criadas por executores; vazia se a JVM subiu sem a [#OPCAO].
    public static List<Thread> vivas() {
        List<Thread> achadas = new ArrayList<>();
        try {
            Registro registro = new Registro();
            registro.acrescentar(registro.raiz(), achadas);
        } catch (ReflectiveOperationException e) {
            return List.of();
        }
        return achadas;
    }

    /// O registro do JDK, por reflexão: `--release` não deixa compilar contra um pacote interno.
    private static final class Registro {
        private final Class<?> raizes = Class.forName("jdk.internal.vm.ThreadContainers");
        private final Class<?> grupo = Class.forName("jdk.internal.vm.ThreadContainer");

        Registro() throws ClassNotFoundException {}

        Object raiz() throws ReflectiveOperationException {
            return raizes.getMethod("root").invoke(null);
        }

        void acrescentar(Object container, List<Thread> achadas) throws ReflectiveOperationException {
            itens(container, "threads").map(Thread.class::cast).filter(Thread::isVirtual).forEach(achadas::add);
            for (Object filho : itens(container, "children").toList()) {
                acrescentar(filho, achadas);
            }
        }

        private Stream<?> itens(Object container, String metodo) throws ReflectiveOperationException {
            return (Stream<?>) grupo.getMethod(metodo).invoke(container);
        }
    }
}
