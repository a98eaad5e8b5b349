package rinha.balanceador.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import rinha.balanceador.pedido.Cabeca;
import rinha.balanceador.pedido.DecodificadorDePedidos;
import rinha.balanceador.pedido.Recusa;

/// A conexão de um cliente: recebe um pedido por vez, inteiro, e responde.
///
/// O pedido é guardado até o fim antes de ir a um servidor: um cliente lento ocupa memória daqui, contada e limitada, e
/// não uma conexão do servidor; e o que está inteiro pode ser repetido em outro.
final class ConexaoDoCliente extends ChannelInboundHandlerAdapter {
    private enum Estado { OCIOSA, LENDO, ESPERANDO, DESCARTANDO }

    /// Quanto se espera, entregue a última resposta ao sistema, que o cliente a leia antes de fechar; fechar com bytes por ler a apagaria.
    private static final Duration DESPEDIDA = Duration.ofSeconds(1);

    private final Laco laco;
    private final Channel canal;
    private final SaidaAoCliente saida;
    private final Identidade identidade;
    private final DecodificadorDePedidos decodificador;
    private final Recebimento recebimento;
    private Estado estado = Estado.OCIOSA;
    private long prazo;
    private Encaminhamento pedido;
    private boolean contada;

    ConexaoDoCliente(Laco laco, Channel canal) {
        this.laco = laco;
        this.canal = canal;
        var config = laco.contexto.config();
        saida = new SaidaAoCliente(canal);
        identidade = new Identidade(config.chave(), canal);
        decodificador = new DecodificadorDePedidos(config.limites(), this::comecou);
        recebimento = new Recebimento(laco, identidade.ip());
    }

    void montar() {
        canal.pipeline().addLast(decodificador, this);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        var contexto = laco.contexto;
        laco.entrou(this);
        contada = true;
        esperar(contexto.config().prazos().ocioso());
        if (contexto.abertas().incrementAndGet() > contexto.config().limites().conexoes()) {
            recusar(Recusa.CONEXOES_DEMAIS);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object mensagem) {
        if (estado != Estado.LENDO) {
            ReferenceCountUtil.release(mensagem);
            return;
        }
        switch (mensagem) {
            case Cabeca cabeca -> comecar(cabeca);
            case HttpContent pedaco -> receber(pedaco);
            case Recusa recusa -> recusar(recusa);
            default -> throw new IllegalStateException("o decodificador entregou " + mensagem);
        }
    }

    private void comecou() {
        estado = Estado.LENDO;
        esperar(laco.contexto.config().prazos().pedido());
    }

    private void comecar(Cabeca cabeca) {
        identidade.pede(cabeca);
        var recusa = recebimento.comecar(cabeca, canal.alloc());
        if (recusa != null) {
            recusar(recusa);
        } else if (cabeca.esperaContinue() && cabeca.tamanho() != 0) {
            saida.escrever(Recebimento.continuar());
            saida.descarregar();
        }
    }

    private void receber(HttpContent pedaco) {
        var recusa = recebimento.receber(pedaco.content());
        pedaco.release();
        if (recusa != null) {
            recusar(recusa);
        } else if (pedaco instanceof LastHttpContent) {
            estado = Estado.ESPERANDO;
            pedido = new Encaminhamento(this, laco, recebimento.cabeca(), recebimento.inteiro(canal.alloc()));
            pedido.iniciar();
        }
    }

    /// Responde no lugar do servidor e fica com a conexão como o cliente pediu.
    void responder(Recusa recusa) {
        boolean fecha = laco.encerrando() || !recebimento.cabeca().mantemConexao();
        saida.recusa(recusa, fecha, recebimento.cabeca().head());
        respondido(fecha);
    }

    /// A resposta inteira já foi escrita.
    void respondido(boolean fecha) {
        pedido = null;
        recebimento.acabou();
        if (fecha) {
            despedir();
        } else {
            estado = Estado.OCIOSA;
            esperar(laco.contexto.config().prazos().ocioso());
            decodificador.continuar();
        }
    }

    private void recusar(Recusa recusa) {
        laco.contexto.metricas().recusado(recusa);
        saida.recusa(recusa, true, recebimento.cabeca() != null && recebimento.cabeca().head());
        despedir();
    }

    private void despedir() {
        estado = Estado.DESCARTANDO;
        recebimento.acabou();
        decodificador.ignorar();
        esperar(laco.contexto.config().prazos().escrita());
        saida.encerrar(() -> esperar(DESPEDIDA));
    }

    /// Chamado pela varredura do laço.
    void conferirPrazo(long agora) {
        if (agora - prazo < 0) {
            return;
        }
        switch (estado) {
            case OCIOSA, DESCARTANDO -> fechar();
            case LENDO -> recusar(Recusa.LENTO);
            case ESPERANDO -> pedido.vencer();
        }
    }

    void esperar(Duration quanto) {
        prazo = System.nanoTime() + quanto.toNanos();
    }

    SaidaAoCliente saida() {
        return saida;
    }

    Identidade identidade() {
        return identidade;
    }

    void fechar() {
        canal.close();
    }

    void fecharSeOciosa() {
        if (estado == Estado.OCIOSA) {
            fechar();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (pedido != null) {
            pedido.regular();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (contada) {
            laco.saiu(this);
            laco.contexto.abertas().decrementAndGet();
        }
        if (pedido != null) {
            pedido.cancelar();
        }
        recebimento.acabou();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable causa) {
        // O cliente cortou a rede no meio; channelInactive cuida do resto.
        fechar();
    }
}
