package rinha.credito.escrita;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Transacao;

/// Uma transação à espera de resposta. Ou o escritor a toma, ou alguém desiste dela antes: nunca os dois.
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
    private final long vence;
    private final Thread dono = Thread.currentThread();
    @SuppressWarnings("unused") // lido e escrito por ESTADO
    private volatile int estado = ESPERANDO;
    private volatile Resultado resultado;

    /// @param vence o instante, em [System#nanoTime()], em que deixa de valer a pena enviá-la
    Pedido(Transacao transacao, long vence) {
        this.transacao = transacao;
        this.vence = vence;
    }

    Transacao transacao() {
        return transacao;
    }

    /// Falso se já desistiram dela: então não pode mais ser aplicada.
    boolean tomar() {
        return ESTADO.compareAndSet(this, ESPERANDO, TOMADO);
    }

    /// Verdadeiro se estava vencida e ninguém a tinha tomado; então já respondeu ao dono.
    boolean desistirSeVenceu(long agora) {
        return agora - vence >= 0 && desistir(Motivo.PRAZO_ESGOTADO);
    }

    boolean desistir(Motivo motivo) {
        boolean desistiu = ESTADO.compareAndSet(this, ESPERANDO, DESISTIU);
        if (desistiu) {
            responder(new Indisponivel(motivo));
        }
        return desistiu;
    }

    void responder(Resultado resposta) {
        resultado = resposta;
        LockSupport.unpark(dono);
    }

    /// Espera a resposta, que sempre vem: do escritor, que tem prazo para cada lote, ou da vigia, que desiste das vencidas.
    /// Esperar aqui com prazo próprio custaria um temporizador por pedido.
    Resultado esperar() {
        boolean interrompido = false;
        while (resultado == null) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrompido = true;
                desistir(Motivo.ENCERRANDO);
            }
        }
        if (interrompido) {
            Thread.currentThread().interrupt();
        }
        return resultado;
    }
}
