package rinha.credito.escrita;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.armazenamento.FalhaDeArmazenamento;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Transacao;
import rinha.credito.observacao.AvisoEspacado;

/// Leva um lote ao armazenamento e descobre o desfecho de cada transação, ainda que o banco caia no meio.
final class Aplicador {
    private static final Logger LOG = LoggerFactory.getLogger(Aplicador.class);
    private static final Duration ENTRE_TENTATIVAS = Duration.ofMillis(100);

    private final Armazenamento armazenamento;
    private final OpcoesDeEscrita opcoes;
    /// Um banco somente leitura recusa cada lote: um aviso por segundo basta.
    private final AvisoEspacado aviso = new AvisoEspacado(Duration.ofSeconds(1));
    private Runnable aoPerderOBanco = () -> {};
    private long ultimoLote;
    private volatile boolean bancoFora;
    private volatile boolean encerrando;

    Aplicador(Armazenamento armazenamento, OpcoesDeEscrita opcoes) {
        this.armazenamento = armazenamento;
        this.opcoes = opcoes;
    }

    void aoPerderOBanco(Runnable aviso) {
        aoPerderOBanco = aviso;
    }

    boolean bancoFora() {
        return bancoFora;
    }

    void encerrar() {
        encerrando = true;
    }

    /// Um resultado para cada transação, na mesma ordem; nunca lança por culpa do banco.
    List<Resultado> aplicar(List<Transacao> transacoes) {
        long numero = ++ultimoLote;
        long inicio = System.nanoTime();
        boolean talvezAplicado = false;
        while (true) {
            try {
                return armazenamento.aplicarLote(numero, transacoes);
            } catch (FalhaDeArmazenamento e) {
                if (e.natureza() == Natureza.DADO_RECUSADO) {
                    return umaAUma(transacoes, e);
                }
                if (e.natureza() != Natureza.CONFLITO) {
                    perderOBanco(e);
                }
                talvezAplicado |= e.natureza() == Natureza.DESFECHO_DESCONHECIDO;
                if (!valeRepetir(e, talvezAplicado, inicio)) {
                    return todas(transacoes, motivo(e, talvezAplicado));
                }
            }
        }
    }

    /// Um dado que o banco não aceita derrubou o lote: sozinha, cada transação responde só por si.
    private List<Resultado> umaAUma(List<Transacao> transacoes, FalhaDeArmazenamento causa) {
        if (transacoes.size() == 1) {
            LOG.warn("O banco recusou o dado de uma transação: {}", causa.getMessage());
            return List.of(Recusada.DADO_RECUSADO);
        }
        var respostas = new ArrayList<Resultado>(transacoes.size());
        for (var transacao : transacoes) {
            respostas.addAll(aplicar(List.of(transacao)));
        }
        return respostas;
    }

    private boolean valeRepetir(FalhaDeArmazenamento e, boolean talvezAplicado, long inicio) {
        // Só um lote que pode ter sido aplicado justifica segurar quem espera até o banco voltar.
        if (e.natureza() == Natureza.INDISPONIVEL && !talvezAplicado) {
            return false;
        }
        var limite = talvezAplicado ? opcoes.prazoDoDesfecho() : opcoes.prazo();
        if (System.nanoTime() - inicio >= limite.toNanos()) {
            return false;
        }
        if (e.natureza() == Natureza.CONFLITO) {
            return true;
        }
        // Encerrando, ainda se tenta saber o desfecho: é o prazo que decide, não o sinal.
        pausar();
        return true;
    }

    private static Motivo motivo(FalhaDeArmazenamento e, boolean talvezAplicado) {
        if (talvezAplicado) {
            return Motivo.DESFECHO_DESCONHECIDO;
        }
        return e.natureza() == Natureza.CONFLITO ? Motivo.PRAZO_ESGOTADO : Motivo.BANCO_FORA;
    }

    private void perderOBanco(FalhaDeArmazenamento e) {
        bancoFora = true;
        if (aviso.agora()) {
            LOG.error("O armazenamento recusou ou perdeu um lote; as transações são recusadas com 503 até ele voltar: {}", e.getMessage());
        }
        aoPerderOBanco.run();
    }

    /// Se o último lote perdeu o banco, só volta quando ele responder: quem chega nesse meio-tempo é recusado na hora.
    void esperarOBanco() {
        while (bancoFora) {
            try {
                armazenamento.verificar();
                bancoFora = false;
                LOG.info("O armazenamento voltou a responder");
            } catch (FalhaDeArmazenamento e) {
                aoPerderOBanco.run();
                if (encerrando) {
                    return;
                }
                pausar();
            }
        }
    }

    private void pausar() {
        try {
            Thread.sleep(ENTRE_TENTATIVAS);
        } catch (InterruptedException e) {
            encerrando = true;
        }
    }

    private static List<Resultado> todas(List<Transacao> transacoes, Motivo motivo) {
        return Collections.nCopies(transacoes.size(), new Indisponivel(motivo));
    }
}
