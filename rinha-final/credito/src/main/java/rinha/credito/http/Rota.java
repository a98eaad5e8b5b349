package rinha.credito.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.armazenamento.FalhaDeArmazenamento;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.observacao.AvisoEspacado;
import rinha.credito.observacao.Correlacao;

/// O que toda rota tem: correlação, medida, erro com resposta e a saída anunciada ao encerrar.
final class Rota implements Handler {
    interface Alvo {
        void atender(Context ctx) throws IOException, PedidoRecusado;
    }

    /// Recebe o status e a duração de cada atendimento.
    interface Medidor {
        void registrar(int status, long nanos);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rota.class);

    private static final AvisoEspacado AVISO = new AvisoEspacado(Duration.ofSeconds(1));

    private final Alvo alvo;
    private final Medidor medidor;
    private final Saida saida;

    Rota(Alvo alvo, Medidor medidor, Saida saida) {
        this.alvo = alvo;
        this.medidor = medidor;
        this.saida = saida;
    }

    @Override
    public void handle(Context ctx) {
        long inicio = System.nanoTime();
        var correlacao = devolverCorrelacao(ctx);
        saida.pedirFim(ctx.res());
        ScopedValue.where(Correlacao.ATUAL, correlacao).run(() -> atender(ctx, correlacao));
        medidor.registrar(ctx.res().getStatus(), System.nanoTime() - inicio);
    }

    /// Põe na resposta o nome que o cliente deu ao pedido, se ele se pode usar.
    static Correlacao devolverCorrelacao(Context ctx) {
        var correlacao = new Correlacao(ctx.req().getHeader(Correlacao.CABECALHO));
        if (correlacao.veioDoCliente()) {
            ctx.res().setHeader(Correlacao.CABECALHO, correlacao.texto());
        }
        return correlacao;
    }

    private void atender(Context ctx, Correlacao correlacao) {
        try {
            responder(ctx, correlacao);
        } catch (IOException e) {
            // O cliente foi embora: não há a quem responder.
            LOG.debug("O cliente fechou a conexão antes da resposta", e);
            ctx.res().setStatus(499);
        }
    }

    private void responder(Context ctx, Correlacao correlacao) throws IOException {
        try {
            alvo.atender(ctx);
        } catch (PedidoRecusado e) {
            ctx.res().setHeader("Connection", "close");
            e.cabecalhos().forEach(ctx.res()::setHeader);
            Resposta.problema(ctx, e.problema());
        } catch (FalhaDeArmazenamento e) {
            if (AVISO.agora()) {
                LOG.warn("O armazenamento não respondeu a {} {}: {}", ctx.req().getMethod(), ctx.req().getRequestURI(), e.getMessage());
            }
            Resposta.indisponivel(ctx, Motivo.BANCO_FORA);
        } catch (RuntimeException e) {
            LOG.error("Defeito ao atender {} {}", ctx.req().getMethod(), ctx.req().getRequestURI(), e);
            ctx.res().setHeader(Correlacao.CABECALHO, correlacao.texto());
            Resposta.problema(ctx, Problemas.DEFEITO);
        }
    }
}
