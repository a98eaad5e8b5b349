package rinha.carga.motor;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Pausas;

/// Observa as pausas deste processo: o que atrasa o gerador apareceria como latência do sistema.
final class VigiaDePausas implements AutoCloseable {

    private static final long SONO = 2_000_000;

    private final List<GarbageCollectorMXBean> coletores = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(c -> !c.getName().contains("Concurrent") && !c.getName().contains("Cycles")).toList();
    private final long coletasAntes = coletas();
    private final long tempoAntes = tempo();
    private final long inicio = ManagementFactory.getRuntimeMXBean().getUptime();
    private final AtomicLong maiorColeta = new AtomicLong();
    private final NotificationListener ouvinte = this::coletou;
    private final Latencias solucos = new Latencias();
    private final Thread thread;
    private volatile boolean fechado;

    VigiaDePausas() {
        coletores.forEach(c -> ((NotificationEmitter) c).addNotificationListener(ouvinte, null, null));
        thread = Thread.ofPlatform().daemon().name("carga-solucos").start(this::dormirEAcordar);
    }

    private void dormirEAcordar() {
        while (!fechado) {
            long antes = System.nanoTime();
            LockSupport.parkNanos(SONO);
            solucos.registrar(System.nanoTime() - antes - SONO);
        }
    }

    private void coletou(Notification n, Object contexto) {
        if (n.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var info = GarbageCollectionNotificationInfo.from((CompositeData) n.getUserData());
            maiorColeta.accumulateAndGet(info.getGcInfo().getDuration(), Math::max);
        }
    }

    /// O aviso de uma coleta chega por outra thread: o da última pode vir depois de a contagem já a incluir.
    private void olharAsUltimas() {
        for (var coletor : coletores) {
            if (coletor instanceof com.sun.management.GarbageCollectorMXBean daJvm && daJvm.getLastGcInfo() instanceof GcInfo ultima && ultima.getEndTime() >= inicio) {
                maiorColeta.accumulateAndGet(ultima.getDuration(), Math::max);
            }
        }
    }

    private long coletas() {
        return coletores.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }

    private long tempo() {
        return coletores.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }

    /// Para de observar e devolve o que viu.
    Pausas parar() {
        close();
        olharAsUltimas();
        return new Pausas(coletas() - coletasAntes, tempo() - tempoAntes, maiorColeta.get(), solucos);
    }

    @Override
    public void close() {
        fechado = true;
        FimDeThread.esperar(thread);
        for (GarbageCollectorMXBean c : coletores) {
            try {
                ((NotificationEmitter) c).removeNotificationListener(ouvinte);
            } catch (ListenerNotFoundException e) {
                // Fechado duas vezes: o ouvinte já saiu.
            }
        }
    }
}
