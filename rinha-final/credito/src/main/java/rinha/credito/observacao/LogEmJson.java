package rinha.credito.observacao;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/// Um evento por linha, em JSON, na saída padrão. Em código, e não em XML, porque ler o XML custa parte da partida.
public final class LogEmJson {
    private LogEmJson() {}

    /// Troca a configuração do processo inteiro.
    public static void ligar(String nivel) {
        var contexto = (LoggerContext) LoggerFactory.getILoggerFactory();
        contexto.reset();
        var codificador = new LogstashEncoder();
        codificador.setContext(contexto);
        codificador.addProvider(new CorrelacaoNoLog());
        codificador.start();
        var saida = new ConsoleAppender<ILoggingEvent>();
        saida.setContext(contexto);
        saida.setEncoder(codificador);
        saida.start();
        Logger raiz = contexto.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        raiz.setLevel(Level.toLevel(nivel));
        raiz.addAppender(saida);
        // Contam a própria partida em dezenas de linhas.
        contexto.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        contexto.getLogger("io.javalin").setLevel(Level.WARN);
        contexto.getLogger("com.zaxxer.hikari").setLevel(Level.WARN);
    }
}
