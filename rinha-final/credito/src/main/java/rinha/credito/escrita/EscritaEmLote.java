package rinha.credito.escrita;

import java.time.Duration;
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
    private final Fila fila;
    private final Escritor escritor;
    private final Vigia vigia;
    private final Thread threadDoEscritor;
    private final Thread threadDaVigia;

    private EscritaEmLote(Armazenamento armazenamento, OpcoesDeEscrita opcoes, IntConsumer aoLevarLote) {
        this.opcoes = opcoes;
        fila = new Fila(opcoes.fila());
        escritor = new Escritor(fila, new Aplicador(armazenamento, opcoes), opcoes, aoLevarLote);
        vigia = new Vigia(fila);
        threadDoEscritor = Thread.ofPlatform().name("escritor").unstarted(escritor);
        threadDaVigia = Thread.ofVirtual().name("vigia").unstarted(vigia);
    }

    /// @param aoLevarLote recebe o tamanho de cada lote, para medir
    public static EscritaEmLote iniciar(Armazenamento armazenamento, OpcoesDeEscrita opcoes, IntConsumer aoLevarLote) {
        var escrita = new EscritaEmLote(armazenamento, opcoes, aoLevarLote);
        escrita.threadDoEscritor.start();
        escrita.threadDaVigia.start();
        return escrita;
    }

    @Override
    public Resultado enviar(Transacao transacao) {
        var recusa = escritor.recusa();
        if (recusa != null) {
            return new Indisponivel(recusa);
        }
        var pedido = new Pedido(transacao, System.nanoTime() + opcoes.prazo().toNanos());
        if (!fila.por(pedido)) {
            return new Indisponivel(Motivo.FILA_CHEIA);
        }
        if (vigia.parando()) {
            // Pode ter entrado depois da última volta do escritor e da vigia: ninguém mais olha a fila.
            pedido.desistir(Motivo.ENCERRANDO);
        }
        return pedido.esperar();
    }

    @Override
    public int emCurso() {
        return fila.quantas() + escritor.noLote();
    }

    @Override
    public void close() {
        escritor.encerrar();
        try {
            threadDoEscritor.join(opcoes.prazo().plus(opcoes.prazoDoDesfecho()).plus(Duration.ofSeconds(1)));
            vigia.parar();
            threadDaVigia.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
