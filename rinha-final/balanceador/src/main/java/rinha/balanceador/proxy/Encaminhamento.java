package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import rinha.balanceador.pedido.Cabeca;
import rinha.balanceador.pedido.Recusa;

/// A vida de um pedido inteiro já recebido: escolhe servidor, envia, tenta outro se puder, repassa a resposta.
///
/// Só tenta outra vez se nada foi enviado ou se o método é idempotente, e nunca depois de começar a responder.
final class Encaminhamento {
    private final ConexaoDoCliente cliente;
    private final Laco laco;
    private final Cabeca cabeca;
    private final ByteBuf bytes;
    private final long inicio = System.nanoTime();
    private final Tentativas tentativas;
    private ConexaoDoServidor conexao;
    private Envio envio;
    private Repasse repasse;
    private boolean reaproveitada;
    private boolean terminado;

    Encaminhamento(ConexaoDoCliente cliente, Laco laco, Cabeca cabeca, ByteBuf bytes) {
        this.cliente = cliente;
        this.laco = laco;
        this.cabeca = cabeca;
        this.bytes = bytes;
        this.tentativas = new Tentativas(laco.contexto);
    }

    void iniciar() {
        tentar(Recusa.SEM_SERVIDOR);
    }

    boolean terminado() {
        return terminado;
    }

    void conectado(ConexaoDoServidor nova, boolean usada) {
        conexao = nova;
        reaproveitada = usada;
        cliente.esperar(laco.contexto.config().prazos().resposta());
        envio = nova.enviar(this, bytes, cabeca.head());
    }

    void naoConectou() {
        if (!terminado) {
            tentativas.atual().saude().falha();
            outro(Recusa.SEM_CONEXAO);
        }
    }

    /// O servidor saiu com este pedido na fila dele: nada foi enviado, e outro pode atendê-lo.
    void servidorSaiu() {
        outro(Recusa.SEM_SERVIDOR);
    }

    void conexaoCaiu() {
        boolean repetivel = envio.nada() || cabeca.idempotente();
        boolean velha = reaproveitada && envio.nada();
        conexao = null;
        if (!velha) {
            tentativas.atual().saude().falha();
        }
        if (reaproveitada) {
            laco.pool(tentativas.atual()).esvaziar();
        }
        semResposta(Recusa.RESPOSTA_PERDIDA, repetivel);
    }

    void respostaInvalida() {
        tentativas.atual().saude().falha();
        soltarConexao();
        semResposta(Recusa.RESPOSTA_PERDIDA, cabeca.idempotente());
    }

    /// O prazo da etapa em que o pedido está venceu.
    void vencer() {
        if (conexao == null) {
            if (laco.pool(tentativas.atual()).desistir(this)) {
                recusar(Recusa.FILA_CHEIA);
            } else {
                // Está conectando, que tem prazo próprio.
                cliente.esperar(laco.contexto.config().prazos().conexao());
            }
            return;
        }
        if (cliente.saida().folgada()) {
            tentativas.atual().saude().falha();
        }
        soltarConexao();
        reaproveitada = false;
        semResposta(Recusa.RESPOSTA_LENTA, cabeca.idempotente());
    }

    void cabeca(HttpResponse resposta) {
        repasse = new Repasse(cliente.saida(), cabeca, resposta, laco.encerrando());
    }

    void pedaco(ByteBuf conteudo, boolean ultimo) {
        if (!ultimo) {
            repasse.pedaco(conteudo, false);
            return;
        }
        tentativas.atual().saude().respondido(repasse.status());
        // As contas fecham antes da última escrita: quem já leu a resposta não encontra o pedido ainda em curso.
        laco.contexto.metricas().respondido(tentativas.atual(), repasse.status(), System.nanoTime() - inicio);
        var usada = conexao;
        conexao = null;
        terminar();
        repasse.pedaco(conteudo, true);
        usada.liberar(repasse.servidorMantem());
        cliente.respondido(repasse.fecha());
    }

    /// O que havia para ler foi lido: manda o que se juntou e, se o cliente não acompanha, para de ler.
    void fimDaLeitura() {
        if (repasse != null && !terminado) {
            repasse.descarregar();
            regular();
        }
    }

    void regular() {
        if (conexao != null && repasse != null) {
            boolean pode = cliente.saida().folgada();
            conexao.ler(pode);
            var prazos = laco.contexto.config().prazos();
            cliente.esperar(pode ? prazos.resposta() : prazos.escrita());
        }
    }

    /// O cliente foi embora: a resposta não tem para quem ir.
    void cancelar() {
        if (!terminado) {
            laco.contexto.metricas().abandonado(tentativas.atual());
            laco.pool(tentativas.atual()).desistir(this);
            soltarConexao();
            descartarRepasse();
            terminar();
        }
    }

    void recusar(Recusa recusa) {
        terminar();
        laco.contexto.metricas().recusado(recusa);
        cliente.responder(recusa);
    }

    private void semResposta(Recusa recusa, boolean repetivel) {
        if (repasse != null) {
            // O cliente já viu o começo: cortar é o único jeito de dizer que falta o fim.
            laco.contexto.metricas().cortado();
            descartarRepasse();
            terminar();
            cliente.fechar();
        } else if (repetivel) {
            outro(recusa);
        } else {
            recusar(recusa);
        }
    }

    private void outro(Recusa seNaoHouver) {
        tentativas.falhou(reaproveitada);
        reaproveitada = false;
        if (tentar(seNaoHouver)) {
            laco.contexto.metricas().repetido();
        }
    }

    private boolean tentar(Recusa seNaoHouver) {
        var servidor = tentativas.proximo(cliente.identidade());
        if (servidor == null) {
            recusar(seNaoHouver);
            return false;
        }
        cliente.esperar(laco.contexto.config().prazos().fila());
        laco.pool(servidor).pedir(this);
        return true;
    }

    private void descartarRepasse() {
        if (repasse != null) {
            repasse.descartar();
        }
    }

    private void soltarConexao() {
        if (conexao != null) {
            var dela = conexao;
            conexao = null;
            dela.fechar();
        }
    }

    private void terminar() {
        terminado = true;
        tentativas.largar();
        bytes.release();
    }
}
