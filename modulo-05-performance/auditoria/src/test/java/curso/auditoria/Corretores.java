package curso.auditoria;

import curso.bancada.correcao.Corretor;
import curso.bancada.servicos.Servicos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Como correm os corretores da auditoria: dividem o PostgreSQL (quem precisa dele) e os testes já compilados, como os do curso.
final class Corretores {

    private static final Path COMPILACOES = CursoInteiro.CASA.raiz().resolve("modulo-05-performance/auditoria/target/compilacoes");
    private static boolean pronta;

    private Corretores() {}

    static Corretor.Opcoes opcoes(Servicos servicos) throws IOException {
        return comCompilacoes(new Corretor.Opcoes(List.of(), Map.of("CURSO_POSTGRES_URL", servicos.postgres().url()), Corretor.Opcoes.PRAZO));
    }

    static Corretor.Opcoes semServicos() throws IOException {
        return comCompilacoes(Corretor.Opcoes.padrao());
    }

    private static Corretor.Opcoes comCompilacoes(Corretor.Opcoes opcoes) throws IOException {
        prepararPasta();
        return opcoes.comCompilacoes(COMPILACOES);
    }

    /// Uma compilação guardada só vale para o classpath em que foi feita: as da execução anterior se apagam.
    private static synchronized void prepararPasta() throws IOException {
        if (pronta) {
            return;
        }
        Files.createDirectories(COMPILACOES);
        try (Stream<Path> velhas = Files.list(COMPILACOES)) {
            for (Path velha : velhas.toList()) {
                Files.delete(velha);
            }
        }
        pronta = true;
    }
}
