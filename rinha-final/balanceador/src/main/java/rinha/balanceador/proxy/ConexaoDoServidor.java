package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/// Uma conexão com um servidor: um pedido por vez, reaproveitada quando a resposta acaba sem dúvida.
final class ConexaoDoServidor extends ChannelInboundHandlerAdapter {
    private static final HttpDecoderConfig DECODIFICACAO = new HttpDecoderConfig().setStrictLineParsing(true)
            .setAllowDuplicateContentLengths(false).setMaxHeaderSize(64 * 1024);

    private final PoolDeConexoes pool;
    private final Channel canal;
    private final Decodificador decodificador = new Decodificador();
    private Encaminhamento pedido;
    private boolean semCorpo;
    private boolean quebrada;
    private boolean intermediaria;
    private long ociosaDesde;

    ConexaoDoServidor(PoolDeConexoes pool, Channel canal) {
        this.pool = pool;
        this.canal = canal;
    }

    static ConexaoDoServidor de(Channel canal) {
        return canal.pipeline().get(ConexaoDoServidor.class);
    }

    void montar() {
        canal.pipeline().addLast(decodificador, this);
    }

    /// Envia o pedido, e diz o quanto dele saiu quando se souber.
    Envio enviar(Encaminhamento encaminhamento, ByteBuf bytes, boolean head) {
        pedido = encaminhamento;
        semCorpo = head;
        var envio = new Envio(bytes.retainedDuplicate());
        canal.writeAndFlush(envio.bytes()).addListener(envio);
        return envio;
    }

    boolean viva() {
        return canal.isActive();
    }

    long ociosaDesde() {
        return ociosaDesde;
    }

    void ociosaDesde(long nanos) {
        ociosaDesde = nanos;
    }

    /// Segura a leitura enquanto o cliente não dá conta do que já foi lido.
    void ler(boolean podeLer) {
        if (canal.config().isAutoRead() != podeLer) {
            canal.config().setAutoRead(podeLer);
        }
    }

    /// O pedido acabou; a conexão volta ao pool só se nada dela ficou por ler ou por escrever.
    void liberar(boolean reaproveitavel) {
        pedido = null;
        var porEscrever = canal.unsafe().outboundBuffer();
        if (reaproveitavel && viva() && porEscrever != null && porEscrever.isEmpty() && !decodificador.sobrou()) {
            ler(true);
            pool.devolver(this);
        } else {
            fechar();
        }
    }

    void fechar() {
        pedido = null;
        canal.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object mensagem) {
        if (pedido == null) {
            // Resposta que ninguém pediu: esta conexão não é mais de confiança.
            ReferenceCountUtil.release(mensagem);
            fechar();
            return;
        }
        switch (mensagem) {
            case HttpResponse resposta -> cabeca(resposta);
            case HttpContent pedaco -> conteudo(pedaco);
            default -> ReferenceCountUtil.release(mensagem);
        }
    }

    private void cabeca(HttpResponse resposta) {
        int status = resposta.status().code();
        intermediaria = status >= 100 && status < 200 && status != 101;
        if (resposta.decoderResult().isFailure() || status < 100 || status == 101 || !CodificadorDeResposta.enquadrada(resposta)) {
            pedido.respostaInvalida();
        } else if (!intermediaria) {
            pedido.cabeca(resposta);
        }
    }

    private void conteudo(HttpContent pedaco) {
        if (quebrada) {
            // O decodificador dá por inteira, quando a conexão acaba, a resposta que não disse onde acaba: aqui ela foi cortada.
            pedaco.release();
        } else if (intermediaria) {
            // 100 e 103 não são a resposta; o decodificador as encerra com um pedaço vazio.
            pedaco.release();
        } else if (pedaco.decoderResult().isFailure()) {
            pedaco.release();
            pedido.respostaInvalida();
        } else {
            pedido.pedaco(pedaco.content(), pedaco instanceof LastHttpContent);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (pedido != null) {
            pedido.fimDaLeitura();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        pool.perdida(this);
        if (pedido != null) {
            pedido.conexaoCaiu();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable causa) {
        // Rede cortada ou bytes impossíveis: fechar dispara channelInactive, que avisa o pedido.
        quebrada = true;
        canal.close();
    }

    private final class Decodificador extends HttpResponseDecoder {
        Decodificador() {
            super(DECODIFICACAO);
        }

        /// Há bytes além da resposta que acabou: seriam tomados pela resposta do pedido seguinte.
        boolean sobrou() {
            return actualReadableBytes() > 0;
        }

        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage resposta) {
            // A resposta a HEAD traz Content-Length e nenhum corpo: só quem pediu sabe.
            return semCorpo || super.isContentAlwaysEmpty(resposta);
        }
    }
}
