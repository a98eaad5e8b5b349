package rinha.credito.escrita;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntConsumer;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Transacao;

/// Um escritor por instância leva de uma vez o que se juntou enquanto ele gravava o lote anterior: sob carga, um COMMIT
/// paga por muitas transações; sem carga, ninguém espera por companhia.
public final class EscritaEmLote implements Escrita {
    private final OpcoesDeEscrita opcoes;
    private final BlockingQueue<Pedido> fila;
    private final Escritor escritor;
    private final Thread thread;

    private EscritaEmLote(Armazenamento armazenamento, OpcoesDeEscrita opcoes, IntConsumer aoLevarLote) {
        this.opcoes = opcoes;
        fila = new ArrayBlockingQueue<>(opcoes.fila());
        escritor = new Escritor(fila, new Aplicador(armazenamento, opcoes), opcoes, aoLevarLote);
        thread = Thread.ofPlatform().name("escritor").unstarted(escritor);
    }

    /// @param aoLevarLote recebe o tamanho de cada lote, para medir
    public static EscritaEmLote iniciar(Armazenamento armazenamento, OpcoesDeEscrita opcoes, IntConsumer aoLevarLote) {
        var escrita = new EscritaEmLote(armazenamento, opcoes, aoLevarLote);
        escrita.thread.start();
        return escrita;
    }

    @Override
    public Resultado enviar(Transacao transacao) {
        var recusa = escritor.recusa();
        if (recusa != null) {
            return new Indisponivel(recusa);
        }
        var pedido = new Pedido(transacao);
        if (!fila.offer(pedido)) {
            return new Indisponivel(Motivo.FILA_CHEIA);
        }
        if (!thread.isAlive() && fila.remove(pedido)) {
            // Entrou depois da última volta do escritor.
            return new Indisponivel(Motivo.ENCERRANDO);
        }
        return pedido.esperar(opcoes.prazo(), opcoes.prazoDoDesfecho());
    }

    @Override
    public int emCurso() {
        return fila.size() + escritor.noLote();
    }

    @Override
    public void close() {
        escritor.encerrar();
        try {
            thread.join(opcoes.prazo().plus(opcoes.prazoDoDesfecho()).plus(Duration.ofSeconds(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
