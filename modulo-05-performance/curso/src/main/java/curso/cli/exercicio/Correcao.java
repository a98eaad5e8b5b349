package curso.cli.exercicio;

import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.correcao.ResultadoDeTeste;
import curso.bancada.correcao.Situacao;
import curso.bancada.correcao.Veredito;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.nucleo.Recusa;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Corrige exercícios do aluno e anota cada veredito no progresso.
final class Correcao implements AutoCloseable {

    private final Contexto contexto;
    private final Corretor corretor;

    /// @param ambiente variáveis a mais para a JVM da correção: endereços de serviços já de pé
    Correcao(Contexto contexto, Map<String, String> ambiente) {
        this.contexto = contexto;
        this.corretor = new Corretor(Operario.opcoes(ambiente));
        corretor.aquecer();
    }

    Veredito corrigir(Exercicio exercicio, Consumer<ResultadoDeTeste> aoTerminarCada) {
        var veredito = corretor.corrigir(pedido(exercicio), aoTerminarCada);
        var diario = contexto.diario();
        diario.atualizar(p -> p.comExercicio(exercicio.numero(),
                a -> a.corrigido(veredito.situacao(), diario.agora())));
        return veredito;
    }

    /// A armadilha em que o código caiu, se as falhas são exatamente as de uma só.
    ///
    /// Duas com as mesmas falhas não se distinguem: explicar a errada atrapalha mais do que calar.
    Optional<Armadilha> armadilha(Exercicio exercicio, Veredito veredito) {
        if (veredito.situacao() != Situacao.FALHOU) {
            return Optional.empty();
        }
        var iguais = contexto.casa().armadilhas(exercicio.ficha()).stream()
                .filter(a -> a.combinaCom(veredito.falhas())).toList();
        return iguais.size() == 1 ? Optional.of(iguais.getFirst()) : Optional.empty();
    }

    private Pedido pedido(Exercicio exercicio) {
        var casa = contexto.casa();
        var fonte = casa.exercicio(exercicio.aula(), exercicio.ficha());
        if (!Files.isRegularFile(fonte)) {
            throw Recusa.de("O arquivo do exercício " + exercicio.numero() + " não está em " + contexto.relativo(fonte) + ".",
                    "./curso reiniciar " + exercicio.numero() + " o traz de volta.");
        }
        return new Pedido(exercicio.numero(), casa.fontesDaCorrecao(exercicio.aula(), exercicio.ficha(), fonte),
                casa.classeDeTeste(exercicio.aula(), exercicio.ficha()));
    }

    @Override
    public void close() {
        corretor.close();
    }
}
