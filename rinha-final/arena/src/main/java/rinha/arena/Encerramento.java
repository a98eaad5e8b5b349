package rinha.arena;

import java.util.concurrent.locks.LockSupport;

/// O fim deste processo: depois do Ctrl-C a thread do comando continua, contra um sistema que já cai.
public final class Encerramento {
    private Encerramento() {}

    /// Chamado antes do que não se deve fazer no fim: gravar um resultado, subir outro sistema. Se o fim já começou, não volta.
    public static void pararSeComecou() {
        while (comecou()) {
            LockSupport.park();
        }
    }

    /// A JVM só recusa ganchos depois que começou a terminar, e antes de correr o primeiro.
    private static boolean comecou() {
        var gancho = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(gancho);
            Runtime.getRuntime().removeShutdownHook(gancho);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
