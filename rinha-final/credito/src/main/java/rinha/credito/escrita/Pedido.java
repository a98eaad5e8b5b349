package rinha.credito.escrita;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Transacao;

/// Uma transação à espera de resposta. Ou o escritor a toma, ou o dono desiste: nunca os dois.
final class Pedido {
    private static final int ESPERANDO = 0;
    private static final int TOMADO = 1;
    private static final int DESISTIU = 2;
    private static final VarHandle ESTADO;

    static {
        try {
            ESTADO = MethodHandles.lookup().findVarHandle(Pedido.class, "estado", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Transacao transacao;
    private final Thread dono = Thread.currentThread();
    @SuppressWarnings("unused") // lido e escrito por ESTADO
    private volatile int estado = ESPERANDO;
    private volatile Resultado resultado;

    Pedido(Transacao transacao) {
        this.transacao = transacao;
    }

    Transacao transacao() {
        return transacao;
    }

    /// Falso se o dono já desistiu: então não pode mais ser aplicado.
    boolean tomar() {
        return ESTADO.compareAndSet(this, ESPERANDO, TOMADO);
    }

    void responder(Resultado resposta) {
        resultado = resposta;
        LockSupport.unpark(dono);
    }

    /// Espera a resposta. Vencido o prazo, desiste se ninguém o tomou; senão espera o desfecho.
    Resultado esperar(Duration prazo, Duration prazoDoDesfecho) {
        boolean interrompido = aguardar(prazo);
        if (resultado == null) {
            if (ESTADO.compareAndSet(this, ESPERANDO, DESISTIU)) {
                resultado = new Indisponivel(interrompido ? Motivo.ENCERRANDO : Motivo.PRAZO_ESGOTADO);
            } else {
                // Tomado: pode estar sendo gravado agora, e só o escritor sabe.
                interrompido |= aguardarSemInterrupcao(prazoDoDesfecho.plusSeconds(1));
            }
        }
        if (interrompido) {
            Thread.currentThread().interrupt();
        }
        return resultado != null ? resultado : new Indisponivel(Motivo.DESFECHO_DESCONHECIDO);
    }

    /// Verdadeiro se uma interrupção acabou com a espera.
    private boolean aguardar(Duration prazo) {
        long ate = System.nanoTime() + prazo.toNanos();
        long falta = prazo.toNanos();
        while (resultado == null && falta > 0) {
            LockSupport.parkNanos(this, falta);
            if (Thread.interrupted()) {
                return true;
            }
            falta = ate - System.nanoTime();
        }
        return false;
    }

    private boolean aguardarSemInterrupcao(Duration prazo) {
        long ate = System.nanoTime() + prazo.toNanos();
        boolean interrompido = false;
        while (resultado == null && System.nanoTime() < ate) {
            interrompido |= aguardar(Duration.ofNanos(ate - System.nanoTime()));
        }
        return interrompido;
    }
}
