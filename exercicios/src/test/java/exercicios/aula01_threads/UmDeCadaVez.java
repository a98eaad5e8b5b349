package exercicios.aula01_threads;

import curso.bancada.correcao.PrazoElastico;
import java.time.Duration;

/// Solta as threads uma de cada vez: a próxima só sai quando a anterior voltou, parou ou acabou.
///
/// Dois trechos do código do aluno que correm juntos disputam de verdade, e uma disputa ao acaso muda o veredito uma vez em
/// mil. O teste que não trata dela põe as respostas em fila; o que trata força o encontro.
final class UmDeCadaVez {

    /// Quanto se espera pela anterior numa máquina livre; vencido, segue-se sem ela.
    private static final Duration LIMITE = Duration.ofSeconds(2);

    private Thread anterior;

    /// Diz que a thread voltou do código do aluno: a próxima já pode sair.
    synchronized void voltar() {
        if (anterior == Thread.currentThread()) {
            anterior = null;
            notifyAll();
        }
    }

    /// Espera a vez e sai para o código do aluno; quem é interrompido sai na hora, ainda interrompido.
    synchronized void sair() {
        try {
            if (anteriorCorre()) {
                esperarQuePare();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        anterior = Thread.currentThread();
    }

    private void esperarQuePare() throws InterruptedException {
        var prazo = PrazoElastico.de(LIMITE);
        while (anteriorCorre() && !prazo.venceu()) {
            wait(1);
        }
    }

    /// Quem espera por uma trava também parou: o código do aluno pode chamar daqui com ela na mão, e esperar por ele seria um impasse.
    private boolean anteriorCorre() {
        return anterior != null && anterior != Thread.currentThread() && anterior.getState() == Thread.State.RUNNABLE;
    }
}
