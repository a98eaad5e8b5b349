package rinha.credito.escrita;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.armazenamento.FalhaDeArmazenamento;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Transacao;
import rinha.credito.observacao.AvisoEspacado;

/// Uma ida ao banco por transação: simples, e cada uma paga o seu COMMIT.
public final class EscritaSimples implements Escrita {
    private static final Logger LOG = LoggerFactory.getLogger(EscritaSimples.class);
    private static final int TENTATIVAS = 3;

    private final Armazenamento armazenamento;
    private final OpcoesDeEscrita opcoes;
    private final Semaphore vagas;
    private final AvisoEspacado aviso = new AvisoEspacado(Duration.ofSeconds(1));
    private volatile boolean encerrando;

    public EscritaSimples(Armazenamento armazenamento, OpcoesDeEscrita opcoes) {
        this.armazenamento = armazenamento;
        this.opcoes = opcoes;
        vagas = new Semaphore(opcoes.fila());
    }

    @Override
    public Resultado enviar(Transacao transacao) {
        if (encerrando) {
            return new Indisponivel(Motivo.ENCERRANDO);
        }
        if (!vagas.tryAcquire()) {
            return new Indisponivel(Motivo.FILA_CHEIA);
        }
        try {
            return aplicar(transacao);
        } finally {
            vagas.release();
        }
    }

    private Resultado aplicar(Transacao transacao) {
        long ate = System.nanoTime() + opcoes.prazo().toNanos();
        for (int tentativa = 1; ; tentativa++) {
            try {
                return armazenamento.aplicar(transacao);
            } catch (FalhaDeArmazenamento e) {
                switch (e.natureza()) {
                    case DADO_RECUSADO -> {
                        LOG.warn("O banco recusou o dado de uma transação: {}", e.getMessage());
                        return Recusada.DADO_RECUSADO;
                    }
                    case INDISPONIVEL -> {
                        avisar(e);
                        return new Indisponivel(Motivo.BANCO_FORA);
                    }
                    case DESFECHO_DESCONHECIDO -> {
                        avisar(e);
                        return new Indisponivel(Motivo.DESFECHO_DESCONHECIDO);
                    }
                    case CONFLITO -> {
                        if (tentativa == TENTATIVAS || System.nanoTime() >= ate) {
                            return new Indisponivel(Motivo.PRAZO_ESGOTADO);
                        }
                    }
                }
            }
        }
    }

    private void avisar(FalhaDeArmazenamento e) {
        if (aviso.agora()) {
            LOG.error("O armazenamento recusou ou perdeu uma transação, respondida com 503: {}", e.getMessage());
        }
    }

    @Override
    public int emCurso() {
        return opcoes.fila() - vagas.availablePermits();
    }

    @Override
    public void close() {
        encerrando = true;
        try {
            // Com todas as vagas na mão, ninguém mais está no meio de uma escrita.
            if (vagas.tryAcquire(opcoes.fila(), opcoes.prazoDoDesfecho().toMillis(), TimeUnit.MILLISECONDS)) {
                vagas.release(opcoes.fila());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
