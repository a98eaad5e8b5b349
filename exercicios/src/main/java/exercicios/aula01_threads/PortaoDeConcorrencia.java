package exercicios.aula01_threads;

import curso.bancada.correcao.Exercicio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// Deixa no máximo `limite` usos de um recurso ao mesmo tempo, sem limitar as threads.
///
/// O recurso é o que a outra ponta aguenta: conexões de um banco, chamadas a um parceiro. As threads virtuais
/// são baratas; ele não.
///
/// **O que deve valer**
///
/// - Nunca há mais de `limite` usos em andamento; com usos de sobra, há exatamente `limite`.
/// - A vaga volta sempre: se o uso dá certo, se falha com qualquer exceção, se é interrompido.
/// - Quem não consegue vaga em `espera` recebe `TimeoutException`, e não antes, mesmo que outros passem à frente; quem é
///   interrompido na espera, `InterruptedException`. Nenhum dos dois usa o recurso nem altera a conta de vagas.
/// - A falha do uso, exceção ou `Error`, chega a quem chamou `passar` como veio, sem embrulho.
/// - `espera` limita a espera pela vaga, e só ela: nem o uso nem `preparar` têm prazo.
/// - `processar` dá a cada tarefa uma thread virtual só dela, em que ela se prepara e usa o recurso. Só o `usar`
///   passa pelo portão: todas podem estar em `preparar` ao mesmo tempo.
/// - `processar` devolve um future por tarefa, na ordem delas, todos terminados. A falha de uma tarefa, exceção ou
///   `Error`, fica no future dela como veio, sem embrulho, e não atrapalha as outras.
///
/// **O que acontece agora.** `passar` deixa entrar quem chega, e `processar` faz uma tarefa de cada vez.
///
/// **Fora de escopo.** Ordem de chegada entre os que esperam; mudar o limite depois de criado.
public final class PortaoDeConcorrencia {

    /// Um trabalho com uma parte que não toca o recurso e uma que toca.
    public interface Tarefa<T> {

        /// Espera o que for preciso, fora do recurso.
        void preparar() throws Exception;

        /// Usa o recurso.
        T usar() throws Exception;
    }

    private final int limite;

    /// Cria um portão com `limite` vagas.
    public PortaoDeConcorrencia(int limite) {
        if (limite < 1) {
            throw new IllegalArgumentException("limite: " + limite + "; é ao menos 1");
        }
        this.limite = limite;
    }

    /// Executa `uso` na thread que chama, assim que houver vaga; sem vaga em `espera`, lança `TimeoutException`.
    public <T> T passar(Callable<T> uso, Duration espera) throws Exception {
        Exercicio.aFazer("01.3");
        return uso.call();
    }

    /// Prepara todas as tarefas ao mesmo tempo e passa o uso de cada uma pelo portão.
    public <T> List<Future<T>> processar(List<Tarefa<T>> tarefas, Duration espera) throws InterruptedException {
        Exercicio.aFazer("01.3");
        List<Future<T>> resultados = new ArrayList<>();
        for (Tarefa<T> tarefa : tarefas) {
            var resultado = new CompletableFuture<T>();
            try {
                tarefa.preparar();
                resultado.complete(passar(tarefa::usar, espera));
            } catch (Exception falha) {
                resultado.completeExceptionally(falha);
            }
            resultados.add(resultado);
        }
        return resultados;
    }
}
