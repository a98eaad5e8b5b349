package exemplos.aula03_pool;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Lê os avisos de vazamento do HikariCP em vez de os deixar no console: quem pegou cada conexão que não voltou.
final class VigiaDeVazamentos extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final String PACOTE = VigiaDeVazamentos.class.getPackageName() + ".";

    private final Logger log = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");
    private final List<String> acusados = new ArrayList<>();

    VigiaDeVazamentos() {
        start();
        log.setAdditive(false);
        log.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent aviso) {
        var culpado = Arrays.stream(aviso.getThrowableProxy().getStackTraceElementProxyArray())
                .map(StackTraceElementProxy::getStackTraceElement)
                .filter(quadro -> quadro.getClassName().startsWith(PACOTE))
                .map(quadro -> quadro.getClassName().substring(PACOTE.length()) + "." + quadro.getMethodName())
                .findFirst().orElse("desconhecido");
        synchronized (acusados) {
            acusados.add(culpado);
            acusados.notifyAll();
        }
    }

    List<String> acusados() {
        synchronized (acusados) {
            return List.copyOf(acusados);
        }
    }

    /// Espera por tantos avisos, ou até o prazo; devolve os que vieram.
    List<String> esperar(int quantos, Duration prazo) throws InterruptedException {
        long fim = System.nanoTime() + prazo.toNanos();
        synchronized (acusados) {
            while (acusados.size() < quantos && System.nanoTime() < fim) {
                acusados.wait(Math.max(1, (fim - System.nanoTime()) / 1_000_000));
            }
            return List.copyOf(acusados);
        }
    }

    @Override
    public void close() {
        log.detachAppender(this);
        log.setAdditive(true);
        stop();
    }
}
