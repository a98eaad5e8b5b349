package rinha.credito.escrita;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;

/// A thread que grava os lotes, uma só por instância.
final class Escritor implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Escritor.class);
    /// Quanto o escritor dorme sem trabalho antes de olhar se é hora de encerrar.
    private static final long OCIOSO_MS = 50;

    private final BlockingQueue<Pedido> fila;
    private final Aplicador aplicador;
    private final OpcoesDeEscrita opcoes;
    private final IntConsumer aoLevarLote;
    private final Companhia companhia;
    private volatile boolean encerrando;
    private volatile int noLote;

    Escritor(BlockingQueue<Pedido> fila, Aplicador aplicador, OpcoesDeEscrita opcoes, IntConsumer aoLevarLote) {
        this.fila = fila;
        this.aplicador = aplicador;
        this.opcoes = opcoes;
        this.aoLevarLote = aoLevarLote;
        companhia = new Companhia(opcoes.esperaPorCompanhia());
        aplicador.aoPerderOBanco(this::recusarOsQueEsperam);
    }

    /// Por que uma transação nova não deve nem entrar na fila; nulo se deve.
    Motivo recusa() {
        if (encerrando) {
            return Motivo.ENCERRANDO;
        }
        return aplicador.bancoFora() ? Motivo.BANCO_FORA : null;
    }

    int noLote() {
        return noLote;
    }

    void encerrar() {
        encerrando = true;
        aplicador.encerrar();
    }

    @Override
    public void run() {
        var lote = new ArrayList<Pedido>(opcoes.tamanhoDoLote());
        while (!encerrando || !fila.isEmpty()) {
            try {
                lote.clear();
                var primeiro = fila.poll(OCIOSO_MS, TimeUnit.MILLISECONDS);
                if (primeiro != null) {
                    lote.add(primeiro);
                    companhia.esperar(fila);
                    fila.drainTo(lote, opcoes.tamanhoDoLote() - 1);
                    gravar(lote);
                }
            } catch (InterruptedException e) {
                // Só o encerramento interrompe; o laço termina quando a fila acabar.
                encerrando = true;
            } catch (RuntimeException e) {
                LOG.error("Um lote de {} transações falhou por um defeito do programa; elas recebem desfecho desconhecido", lote.size(), e);
                lote.forEach(pedido -> pedido.responder(new Indisponivel(Motivo.DESFECHO_DESCONHECIDO)));
            }
        }
    }

    private void gravar(List<Pedido> lote) {
        lote.removeIf(pedido -> !pedido.tomar());
        if (lote.isEmpty()) {
            return;
        }
        noLote = lote.size();
        aoLevarLote.accept(noLote);
        List<Resultado> respostas = aplicador.aplicar(lote.stream().map(Pedido::transacao).toList());
        for (int i = 0; i < respostas.size(); i++) {
            lote.get(i).responder(respostas.get(i));
        }
        noLote = 0;
        companhia.vieram(lote.size());
        aplicador.esperarOBanco();
    }

    /// Quem está na fila ainda não foi enviado: pode tentar de novo já, noutra instância.
    private void recusarOsQueEsperam() {
        var esperando = new ArrayList<Pedido>();
        fila.drainTo(esperando);
        for (var pedido : esperando) {
            if (pedido.tomar()) {
                pedido.responder(new Indisponivel(Motivo.BANCO_FORA));
            }
        }
    }
}
