package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Um processo de prova: termina com um filho de pé, e diz se o filho ainda vivia durante o passo de antes.
final class EncerraEmOrdem {
    static final String VIVO = "vivo durante o passo";

    private EncerraEmOrdem() {}

    public static void main(String[] args) throws IOException {
        var filho = Guardiao.iniciar(Comando.de(Path.of(args[0], "filho.log"), List.of("sleep", "600")));
        System.out.println(filho.pid());
        Guardiao.aoTerminar(() -> {
            // Bem mais do que o guardião leva a encerrar um sleep: solto antes da hora, ele já teria caído.
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            System.out.println(filho.vivo() ? VIVO : "caiu antes");
        });
        System.exit(0);
    }
}
