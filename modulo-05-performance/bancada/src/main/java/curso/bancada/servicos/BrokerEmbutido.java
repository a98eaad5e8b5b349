package curso.bancada.servicos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Inicia o [ProcessoDoBroker] numa JVM própria, sob um guardião; a senha é sorteada a cada início.
final class BrokerEmbutido {
    private static final Duration PRAZO = Duration.ofSeconds(60);
    private static final Duration PACIENCIA = Duration.ofSeconds(1);

    private BrokerEmbutido() {}

    static ServidorAmqp iniciar(Cache cache) {
        PastaDeDados pasta = PastaDeDados.nova(cache.raiz(), "amqp");
        Runnable encerramento = pasta::close;
        try {
            String senha = sortearSenha();
            Guardiao guardiao = Guardiao.iniciar(comando(pasta.caminho(), senha));
            encerramento = () -> pasta.encerrar(guardiao);
            Path arquivo = pasta.caminho().resolve(ProcessoDoBroker.ARQUIVO_DA_PORTA);
            guardiao.esperarPronto(PRAZO, () -> Files.exists(arquivo));
            String url = "amqp://%s:%s@%s:%s".formatted(ProcessoDoBroker.USUARIO, senha, Rede.LOCAL, Files.readString(arquivo));
            return new ServidorAmqp(Origem.EMBUTIDO, url, encerramento);
        } catch (IOException | RuntimeException e) {
            encerramento.run();
            throw new FalhaDeServico("O broker AMQP não iniciou: " + e.getMessage(), "ele executa numa JVM própria, com até 192 MB de heap",
                    "libere memória, ou aponte CURSO_AMQP_URL para um broker", e);
        }
    }

    private static Comando comando(Path pasta, String senha) {
        String java = Path.of(System.getProperty("java.home"), "bin", Sistema.atual().executavel("java")).toString();
        return Comando.de(pasta.resolve("broker.log"), List.of(java, "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-cp", classpath(), ProcessoDoBroker.class.getName(), pasta.toString()))
                .comAmbiente(Map.of(ProcessoDoBroker.SENHA, senha)).apagando(pasta).encerradoCom("KILL", PACIENCIA);
    }

    /// O processo executa em outra pasta: um caminho relativo, como `target/classes`, não valeria lá.
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(caminho -> Path.of(caminho).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private static String sortearSenha() {
        byte[] acaso = new byte[16];
        new SecureRandom().nextBytes(acaso);
        return HexFormat.of().formatHex(acaso);
    }
}
