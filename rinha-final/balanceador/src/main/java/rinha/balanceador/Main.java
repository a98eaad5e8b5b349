package rinha.balanceador;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import rinha.balanceador.config.Ajuda;
import rinha.balanceador.config.Config;
import rinha.balanceador.config.Destino;

/// O balanceador como programa: lê o ambiente e as opções, e fica no ar até SIGTERM.
final class Main {
    private Main() {}

    static void main(String[] argumentos) throws InterruptedException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
        System.setOut(comAcentos(System.out));
        System.setErr(comAcentos(System.err));
        if (Ajuda.pedida(argumentos)) {
            System.out.print(Ajuda.texto());
            return;
        }
        Config config;
        try {
            config = Config.de(System.getenv(), argumentos);
        } catch (IllegalArgumentException e) {
            System.err.println("balanceador: " + e.getMessage());
            System.err.println("Veja as opções com --ajuda.");
            System.exit(2);
            return;
        }
        var balanceador = abrir(config);
        var fim = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("encerramento").unstarted(() -> {
            balanceador.close();
            fim.countDown();
        }));
        System.getLogger("balanceador").log(System.Logger.Level.INFO, "No ar na porta {0}, administração na {1}: {2} entre {3}",
                Integer.toString(balanceador.porta()), Integer.toString(balanceador.portaDeAdministracao()), config.estrategia().nome(),
                config.destinos().stream().map(Destino::nome).collect(Collectors.joining(", ")));
        fim.await();
    }

    /// A saída em UTF-8 num ambiente sem idioma (`LANG=C`): a JVM trocaria cada acento por «?».
    private static PrintStream comAcentos(PrintStream original) {
        return original.charset().equals(StandardCharsets.US_ASCII) ? new PrintStream(original, true, StandardCharsets.UTF_8) : original;
    }

    private static Balanceador abrir(Config config) {
        try {
            return Balanceador.iniciar(config);
        } catch (RuntimeException | Error e) {
            System.err.println(e.getMessage());
            System.exit(1);
            throw e;
        }
    }
}
