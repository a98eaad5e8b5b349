package curso.bancada.instrumentos;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// As pilhas das threads vivas, de plataforma e virtuais ([ThreadsVirtuais]): onde o código está parado.
///
/// Cada uma começa por `"nome" ESTADO` (`"nome" virtual ESTADO`). Seguem o que a thread espera, se espera, e um quadro por linha; uma
/// linha em branco separa duas.
public final class PilhasDeThreads {
    private PilhasDeThreads() {}

    /// As pilhas que passam por código do aluno (pacote `exercicios`); texto vazio se não há nenhuma.
    public static String doAluno() {
        return vivasEm("exercicios.");
    }

    /// As pilhas que têm algum quadro de uma classe cujo nome começa pelo prefixo; texto vazio se não há nenhuma.
    public static String vivasEm(String prefixo) {
        return Stream.concat(dePlataforma(), ThreadsVirtuais.vivas().stream().map(Pilha::de))
                .filter(pilha -> pilha.passaPor(prefixo)).map(Pilha::texto).collect(Collectors.joining("\n\n"));
    }

    private static Stream<Pilha> dePlataforma() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)).map(Pilha::de);
    }

    private record Pilha(String titulo, String espera, StackTraceElement[] quadros) {

        static Pilha de(ThreadInfo thread) {
            String dono = thread.getLockOwnerName() == null ? "" : ", que está com \"" + thread.getLockOwnerName() + "\"";
            String espera = thread.getLockName() == null ? "" : "    - à espera de " + thread.getLockName() + dono + "\n";
            return new Pilha("\"" + thread.getThreadName() + "\" " + thread.getThreadState(), espera, thread.getStackTrace());
        }

        static Pilha de(Thread virtual) {
            return new Pilha("\"" + virtual.getName() + "\" virtual " + virtual.getState(), "", virtual.getStackTrace());
        }

        boolean passaPor(String prefixo) {
            return Arrays.stream(quadros).anyMatch(quadro -> quadro.getClassName().startsWith(prefixo));
        }

        /// `StackTraceElement.toString` põe na frente o carregador e a versão do módulo: `app//`, `java.base@25.0.3/`.
        private static String curto(StackTraceElement quadro) {
            String modulo = quadro.getModuleName() == null ? "" : quadro.getModuleName() + "/";
            String onde = quadro.isNativeMethod() ? "código nativo" : quadro.getFileName() == null ? "sem fonte"
                    : quadro.getLineNumber() < 0 ? quadro.getFileName() : quadro.getFileName() + ":" + quadro.getLineNumber();
            return modulo + quadro.getClassName() + "." + quadro.getMethodName() + "(" + onde + ")";
        }

        String texto() {
            return titulo + "\n" + espera + Arrays.stream(quadros).map(quadro -> "    at " + curto(quadro)).collect(Collectors.joining("\n"));
        }
    }
}
