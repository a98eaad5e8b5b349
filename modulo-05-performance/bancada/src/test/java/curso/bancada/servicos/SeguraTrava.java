package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Path;

/// Um processo de prova: segura uma trava até ser morto.
final class SeguraTrava {
    static final String SEGUREI = "segurei";

    private SeguraTrava() {}

    public static void main(String[] args) throws IOException {
        try (Trava _ = Trava.tentar(Path.of(args[0])).orElseThrow()) {
            System.out.println(SEGUREI);
            while (System.in.read() >= 0) {
                // Até o fim do cano.
            }
        }
    }
}
