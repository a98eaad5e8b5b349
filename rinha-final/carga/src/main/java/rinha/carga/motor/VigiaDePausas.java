package rinha.carga.motor;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Map<GarbageCollectorMXBean, Long> ultimasAntes = coletores.stream().collect(Collectors.toMap(Function.identity(), c -> ultima(c).map(GcInfo::getId).orElse(-1L)));
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
    ///
    /// Reconhece-se a nova pelo número: a hora de uma coleta e o tempo de vida da JVM não começam a contar juntos.
    private void olharAsUltimas() {
        ultimasAntes.forEach((coletor, antes) -> ultima(coletor).filter(u -> u.getId() > antes)
                .ifPresent(u -> maiorColeta.accumulateAndGet(u.getDuration(), Math::max)));
    }

    private static Optional<GcInfo> ultima(GarbageCollectorMXBean coletor) {
        return coletor instanceof com.sun.management.GarbageCollectorMXBean daJvm ? Optional.ofNullable(daJvm.getLastGcInfo()) : Optional.empty();
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
