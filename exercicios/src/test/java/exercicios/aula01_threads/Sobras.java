package exercicios.aula01_threads;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;

/// As threads que apareceram depois de criado este objeto e ainda vivem.
///
/// Contam as que o teste viu trabalhar e as que só ajudam, como um despertador ou quem junta resultados: uma que espera
/// para sempre também ficou para trás. As que a própria JVM reaproveita não são de ninguém e não contam.
final class Sobras {

    /// Para as threads que nascem entre contar e listar.
    private static final int FOLGA = 16;
    private static final String CARREGADORA = "jdk.internal.misc.CarrierThread";

    private final Set<Thread> antes = dePlataforma();
    private final Set<Thread> vistas = ConcurrentHashMap.newKeySet();

    /// Anota a thread atual: a lista da JVM não traz as virtuais.
    void ver() {
        vistas.add(Thread.currentThread());
    }

    /// As que o teste viu trabalhar e ainda vivem.
    Set<Thread> queTrabalharam() {
        return vivas(vistas);
    }

    /// As que ainda vivem sem que o teste as tenha visto trabalhar.
    Set<Thread> queSoAjudaram() {
        Set<Thread> novas = dePlataforma();
        novas.removeAll(antes);
        novas.removeAll(vistas);
        return vivas(novas);
    }

    Set<Thread> todas() {
        Set<Thread> todas = queTrabalharam();
        todas.addAll(queSoAjudaram());
        return todas;
    }

    /// Quantas são e, para achar quem as criou, o nome de até três.
    static String emPalavras(Set<Thread> threads) {
        String nomes = threads.stream().map(t -> "«" + t.getName() + "»").distinct().limit(3).collect(Collectors.joining(", "));
        return threads.size() + " vivas" + (threads.isEmpty() ? "" : ", entre elas " + nomes);
    }

    /// Todas as de plataforma, pela árvore de grupos: pedir as pilhas pararia a JVM a cada pergunta, e aqui se pergunta muitas vezes.
    private static Set<Thread> dePlataforma() {
        ThreadGroup raiz = Thread.currentThread().getThreadGroup();
        while (raiz.getParent() != null) {
            raiz = raiz.getParent();
        }
        Thread[] vivas = new Thread[raiz.activeCount() + FOLGA];
        int quantas = raiz.enumerate(vivas);
        while (quantas == vivas.length) {
            vivas = new Thread[2 * vivas.length];
            quantas = raiz.enumerate(vivas);
        }
        return new HashSet<>(Arrays.asList(vivas).subList(0, quantas));
    }

    private static Set<Thread> vivas(Set<Thread> threads) {
        Set<Thread> vivas = new HashSet<>(threads);
        vivas.removeIf(t -> t == Thread.currentThread() || !t.isAlive() || daJvm(t));
        return vivas;
    }

    private static boolean daJvm(Thread t) {
        return t instanceof ForkJoinWorkerThread w
                && (w.getPool() == ForkJoinPool.commonPool() || t.getClass().getName().equals(CARREGADORA));
    }
}
