package curso.cli.exercicio;

import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.correcao.ResultadoDeTeste;
import curso.bancada.correcao.Veredito;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.nucleo.Recusa;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;

/// Corrige exercícios do aluno e anota cada veredito no progresso.
public final class Correcao implements AutoCloseable {

    private final Contexto contexto;
    private final Corretor corretor;

    /// @param ambiente variáveis a mais para a JVM da correção: endereços de serviços já de pé
    public Correcao(Contexto contexto, Map<String, String> ambiente) {
        this.contexto = contexto;
        this.corretor = new Corretor(Operario.opcoes(ambiente));
        corretor.aquecer();
    }

    public Veredito corrigir(Exercicio exercicio, Consumer<ResultadoDeTeste> aoTerminarCada) {
        var veredito = corretor.corrigir(pedido(exercicio), aoTerminarCada);
        if (Thread.currentThread().isInterrupted()) {
            return veredito; // a pessoa já salvou outra versão: este veredito não é de nada
        }
        var diario = contexto.diario();
        diario.atualizar(p -> p.comExercicio(exercicio.numero(),
                a -> a.corrigido(veredito.situacao(), diario.agora())));
        return veredito;
    }

    /// Deixa uma JVM de pé para a próxima correção, se a última precisou ser encerrada.
    public void aquecer() {
        corretor.aquecer();
    }

    private Pedido pedido(Exercicio exercicio) {
        var casa = contexto.casa();
        var fonte = casa.exercicio(exercicio.aula(), exercicio.ficha());
        if (!Files.isRegularFile(fonte)) {
            throw Recusa.de("O arquivo do exercício " + exercicio.numero() + " não está em " + contexto.relativo(fonte) + ".",
                    "./curso reiniciar " + exercicio.numero() + " o traz de volta.");
        }
        return Pedido.de(casa, exercicio.aula(), exercicio.ficha(), fonte);
    }

    @Override
    public void close() {
        corretor.close();
    }
}
