package rinha.credito.escrita;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final long OCIOSO = Duration.ofMillis(50).toNanos();

    private final Fila fila;
    private final Aplicador aplicador;
    private final OpcoesDeEscrita opcoes;
    private final IntConsumer aoLevarLote;
    private final Companhia companhia;
    private volatile boolean encerrando;
    private volatile int noLote;

    Escritor(Fila fila, Aplicador aplicador, OpcoesDeEscrita opcoes, IntConsumer aoLevarLote) {
        this.fila = fila;
        this.aplicador = aplicador;
        this.opcoes = opcoes;
        this.aoLevarLote = aoLevarLote;
        companhia = new Companhia(opcoes.esperaPorCompanhia(), opcoes.tamanhoDoLote());
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
        while (!encerrando || !fila.vazia()) {
            try {
                lote.clear();
                fila.esperar(1, OCIOSO);
                if (!fila.vazia()) {
                    companhia.esperar(fila);
                    juntar(lote);
                    gravar(lote);
                }
            } catch (InterruptedException e) {
                // Só o encerramento interrompe; o laço termina quando a fila acabar.
                encerrando = true;
            } catch (RuntimeException | Error e) {
                // Também um Error: se esta thread morresse, o lote ficaria sem resposta para sempre, e a fila sem escritor.
                noLote = 0;
                lote.forEach(pedido -> pedido.responder(new Indisponivel(Motivo.DESFECHO_DESCONHECIDO)));
                LOG.error("Um lote de {} transações falhou por um defeito do programa; elas recebem desfecho desconhecido", lote.size(), e);
            }
        }
    }

    /// Até encher o lote ou esvaziar a fila. As que já desistiram não vão: a vigia as respondeu.
    private void juntar(List<Pedido> lote) {
        for (var pedido = fila.tirar(); pedido != null; pedido = fila.tirar()) {
            if (pedido.tomar()) {
                lote.add(pedido);
            }
            if (lote.size() == opcoes.tamanhoDoLote()) {
                return;
            }
        }
    }

    private void gravar(List<Pedido> lote) {
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
        for (var pedido = fila.tirar(); pedido != null; pedido = fila.tirar()) {
            if (pedido.tomar()) {
                pedido.responder(new Indisponivel(Motivo.BANCO_FORA));
            }
        }
    }
}
