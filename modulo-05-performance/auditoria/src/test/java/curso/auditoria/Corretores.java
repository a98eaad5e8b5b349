package curso.auditoria;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.correcao.CompilacoesAdiantadas;
import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.servicos.Servicos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Como correm os corretores da auditoria: dividem o PostgreSQL (quem precisa dele) e o que se vai provar, já compilado.
///
/// A prova corrige os mesmos fontes com um e com todos os processadores: compilados uma vez, os corretores não pagam um javac frio cada.
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
        CompilacoesAdiantadas.fazer(COMPILACOES, pedidos());
        pronta = true;
    }

    private static List<Pedido> pedidos() throws IOException {
        Path semMarca = Files.createDirectories(COMPILACOES.resolveSibling("partidas-sem-a-marca"));
        List<Pedido> pedidos = new ArrayList<>();
        for (Item item : CursoInteiro.exercicios()) {
            List<Path> fontes = new ArrayList<>(List.of(CursoInteiro.CASA.partida(item.ficha()),
                    ExerciciosProvados.semAMarca(item, semMarca), CursoInteiro.CASA.solucao(item.aula(), item.ficha())));
            Variantes.comElas(CursoInteiro.CASA.armadilhas(item.ficha())).forEach(armadilha -> fontes.add(armadilha.fonte()));
            fontes.forEach(fonte -> pedidos.add(Pedido.de(CursoInteiro.CASA, item.aula(), item.ficha(), fonte)));
        }
        return pedidos;
    }
}
