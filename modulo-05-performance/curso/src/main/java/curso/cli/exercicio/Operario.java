package curso.cli.exercicio;

import curso.bancada.correcao.Corretor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Como o curso roda a JVM da correção.
final class Operario {

    private Operario() {
    }

    /// Usa o cache AOT que o lançador treinou, se há um: sem ele a JVM da correção demora o dobro para ficar pronta.
    static Corretor.Opcoes opcoes(Map<String, String> ambiente) {
        var oficina = System.getProperty("curso.oficina", "");
        var cache = Path.of(oficina, "operario.aot");
        var jvm = !oficina.isEmpty() && Files.isReadable(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable") : List.<String>of();
        return new Corretor.Opcoes(jvm, ambiente, Corretor.Opcoes.PRAZO);
    }
}
