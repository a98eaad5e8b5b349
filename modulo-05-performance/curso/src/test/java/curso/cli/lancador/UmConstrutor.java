package curso.cli.lancador;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Um dos processos de [ConstruirTest]: constrói, se ainda não há o que construiu.
final class UmConstrutor {

    private UmConstrutor() {
    }

    public static void main(String[] argumentos) throws Exception {
        var oficina = Oficina.de(Path.of(argumentos[0]));
        try (var _ = Trava.obter(oficina, new Andamento(), Duration.ofSeconds(30))) {
            if (Files.notExists(oficina.arquivo("pronto"))) {
                Files.writeString(oficina.arquivo("vezes"), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Thread.sleep(500);
                Files.createFile(oficina.arquivo("pronto"));
            }
        }
    }
}
