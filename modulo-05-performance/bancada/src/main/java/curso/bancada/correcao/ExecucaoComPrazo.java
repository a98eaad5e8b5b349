package curso.bancada.correcao;

import curso.bancada.instrumentos.PilhasDeThreads;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Roda um teste numa thread própria e desiste dela quando o prazo acaba.
///
/// O prazo é o de uma máquina livre; numa ocupada ele se estica ([PrazoElastico]).
///
/// Um laço sem fim não obedece a `interrupt()`: a thread é de serviço (*daemon*) e fica para trás; quem
/// roda em processo próprio ([Operario]) encerra o processo depois.
final class ExecucaoComPrazo {

    private static final Duration TEMPO_PARA_ATENDER_INTERRUPCAO = Duration.ofMillis(300);

    private static final String NOME_DA_THREAD = "teste-";

    private ExecucaoComPrazo() {}

    /// O corpo de um teste, que pode lançar qualquer coisa.
    interface Corpo {
        void rodar() throws Throwable;
    }

    static void rodar(String nome, Duration prazo, Corpo corpo) throws Throwable {
        FutureTask<Throwable> tarefa = new FutureTask<>(() -> falhaDe(corpo));
        Thread thread = Thread.ofPlatform().daemon().name(NOME_DA_THREAD + nome).start(tarefa);
        PrazoElastico elastico = PrazoElastico.de(prazo);
        try {
            Throwable falha = esperar(tarefa, elastico);
            if (falha != null) {
                throw falha;
            }
        } catch (TimeoutException e) {
            Throwable falha = elastico.culpaDaMaquina() ? naoCoube(nome, elastico.passou()) : travou(nome, elastico.passou());
            thread.interrupt();
            thread.join(TEMPO_PARA_ATENDER_INTERRUPCAO);
            throw falha;
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }

    private static Throwable esperar(FutureTask<Throwable> tarefa, PrazoElastico prazo)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                return tarefa.get(Math.max(0, prazo.faltaNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (prazo.venceu()) {
                    throw e;
                }
            }
        }
    }

    private static Throwable falhaDe(Corpo corpo) {
        try {
            corpo.rodar();
            return null;
        } catch (Throwable t) {
            return t;
        }
    }

    private static FalhaDaMaquina naoCoube(String nome, Duration passou) {
        return new FalhaDaMaquina("O teste " + nome + " não terminou em " + passou.toSeconds()
                + " s, com a máquina ocupada por outros programas a maior parte desse tempo", null);
    }

    private static TesteTravado travou(String nome, Duration prazo) {
        String pilhas = PilhasDeThreads.doAluno();
        return Mensagem.esperado("o teste " + nome + " termina em até " + prazo.toSeconds() + " s")
                .visto("o prazo acabou e o código continuava em execução")
                .causaProvavel("espera que ninguém acorda, impasse entre threads ou laço sem fim")
                .proximoPasso("olhe onde as threads do seu código estavam paradas:\n"
                        + (pilhas.isBlank() ? "(nenhuma thread tinha o seu código na pilha)" : PilhasResumidas.de(pilhas, NOME_DA_THREAD + nome)))
                .travado();
    }
}
