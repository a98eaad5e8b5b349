package exercicios.aula03_pool;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Escuta os avisos de vazamento que o HikariCP escreve no log, sem os mostrar no console.
final class AvisosDeVazamento implements AutoCloseable {

    private final Logger log = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");
    private final ListAppender<ILoggingEvent> ouvinte = new ListAppender<>();
    private final boolean mostrava = log.isAdditive();

    AvisosDeVazamento() {
        ouvinte.start();
        log.setAdditive(false);
        log.addAppender(ouvinte);
    }

    /// Os avisos até agora; cada um traz a pilha de quem pegou a conexão.
    List<ILoggingEvent> ate() {
        return List.copyOf(ouvinte.list);
    }

    @Override
    public void close() {
        log.detachAppender(ouvinte);
        log.setAdditive(mostrava);
        ouvinte.stop();
    }
}
