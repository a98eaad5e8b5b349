package curso.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

/// Diz ao lançador do Windows se há fontes mais novas do que o programa, ou se falta uma biblioteca dele; nos outros
/// sistemas o lançador vê sozinho.
final class Atualidade {

    /// Código com que o programa pede para ser compilado de novo (EX_TEMPFAIL, de sysexits.h).
    static final int COMPILE_DE_NOVO = 75;

    private static final List<String> FONTES = List.of("pom.xml", "modulo-05-performance/bancada/pom.xml",
            "modulo-05-performance/bancada/src/main", "modulo-05-performance/curso/pom.xml",
            "modulo-05-performance/curso/src/main", "exemplos/pom.xml", "exemplos/src/main");

    private Atualidade() {
    }

    static boolean vencida(Path raiz) {
        var carimbo = System.getProperty("curso.carimbo");
        if (carimbo == null) {
            return false;
        }
        if (faltaBiblioteca()) {
            return true;
        }
        try {
            var feitoEm = Files.getLastModifiedTime(Path.of(carimbo));
            for (var fonte : FONTES) {
                if (algumMaisNovo(raiz.resolve(fonte), feitoEm)) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return true; // sem poder conferir, compilar de novo é o lado seguro
        }
    }

    /// A JVM ignora calada um jar que sumiu, e a falha viria depois, sem dizer por quê.
    private static boolean faltaBiblioteca() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .anyMatch(entrada -> Files.notExists(Path.of(entrada)));
    }

    private static boolean algumMaisNovo(Path fonte, FileTime feitoEm) throws IOException {
        try (var tudo = Files.find(fonte, Integer.MAX_VALUE, (_, atributos) -> atributos.lastModifiedTime().compareTo(feitoEm) > 0)) {
            return tudo.findFirst().isPresent();
        }
    }
}
