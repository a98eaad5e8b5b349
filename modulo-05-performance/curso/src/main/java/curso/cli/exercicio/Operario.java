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

    /// Usa o cache AOT que o lançador treinou, se há um, e a pasta dos testes já compilados: sem eles a JVM da correção demora o dobro
    /// para ficar pronta e recompila, a cada partida, o que ninguém mudou.
    static Corretor.Opcoes opcoes(Map<String, String> ambiente) {
        var oficina = System.getProperty("curso.oficina", "");
        var opcoes = new Corretor.Opcoes(List.of(), ambiente, Corretor.Opcoes.PRAZO);
        if (oficina.isEmpty()) {
            return opcoes;
        }
        var cache = Path.of(oficina, "operario.aot");
        var comTestes = opcoes.comCompilacoes(compilacoesAoLadoDe(cache));
        return Files.isReadable(cache) ? comTestes.comCache(cache) : comTestes;
    }

    /// A pasta é desta construção do curso, como o cache: o classpath das duas é o mesmo, e vão embora juntas.
    static Path compilacoesAoLadoDe(Path cache) {
        return cache.resolveSibling("compilacoes");
    }
}
