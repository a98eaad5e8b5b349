package rinha.balanceador.pedido;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import rinha.balanceador.config.Config;

/// O decodificador do Netty, atrás de uma conferência estrita: entrega [Cabeca], pedaços de corpo, ou uma [Recusa] e mais nada.
///
/// Lê um pedido por vez: o seguinte, se já chegou, espera em bytes até [#continuar()].
public final class DecodificadorDePedidos extends HttpRequestDecoder {
    private static final int ADIANTADOS_MAXIMOS = 64 * 1024;

    private final InspecaoDaCabeca inspecao;
    private final Runnable aoComecar;
    private ChannelHandlerContext contexto;
    private boolean comecou;
    private boolean noCorpo;
    private boolean pausado;
    private boolean recusado;

    /// @param aoComecar chamado no primeiro byte de cada pedido
    public DecodificadorDePedidos(Config.Limites limites, Runnable aoComecar) {
        // Os limites do Netty ficam acima dos nossos, que respondem 414 e 431; nos pedaços do corpo valem os dele.
        super(new HttpDecoderConfig().setMaxInitialLineLength(limites.cabecalho() + 1).setMaxHeaderSize(limites.cabecalho() + 1)
                .setStrictLineParsing(true).setAllowDuplicateContentLengths(false));
        this.inspecao = new InspecaoDaCabeca(limites);
        this.aoComecar = aoComecar;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        contexto = ctx;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> saida) throws Exception {
        if (recusado) {
            bytes.skipBytes(bytes.readableBytes());
        } else if (noCorpo) {
            lerCorpo(ctx, bytes, saida);
        } else if (pausado) {
            // Quem manda muitos pedidos adiantados espera na rede, não na nossa memória.
            ctx.channel().config().setAutoRead(bytes.readableBytes() < ADIANTADOS_MAXIMOS);
        } else if (bytes.isReadable()) {
            lerCabeca(ctx, bytes, saida);
        }
    }

    /// O pedido anterior foi respondido: pode vir o seguinte.
    public void continuar() {
        pausado = false;
        if (actualReadableBytes() > 0) {
            contexto.channel().config().setAutoRead(true);
            // Depois, e não aqui: pode ser o próprio decode que está na pilha.
            contexto.executor().execute(this::retomar);
        }
    }

    /// Daqui em diante joga fora o que chegar: a conexão vai fechar.
    public void ignorar() {
        recusado = true;
        contexto.channel().config().setAutoRead(true);
    }

    private void retomar() {
        if (!contexto.isRemoved()) {
            contexto.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER).fireChannelReadComplete();
        }
    }

    private void lerCabeca(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> saida) throws Exception {
        if (!comecou) {
            comecou = true;
            aoComecar.run();
        }
        if (!inspecao.examinar(bytes)) {
            return;
        }
        if (inspecao.recusa() != null) {
            recusar(inspecao.recusa(), saida);
            return;
        }
        super.decode(ctx, bytes, saida);
        inspecao.recomecar();
        comecou = false;
        conferirCabeca(saida);
    }

    private void conferirCabeca(List<Object> saida) {
        if (saida.isEmpty() || !(saida.getFirst() instanceof HttpRequest pedido) || pedido.decoderResult().isFailure()) {
            recusar(Recusa.AMBIGUO, saida);
            return;
        }
        switch (Conferencia.conferir(pedido)) {
            case Recusa recusa -> recusar(recusa, saida);
            case Object cabeca -> {
                saida.set(0, cabeca);
                noCorpo = true;
                conferirCorpo(saida);
            }
        }
    }

    private void lerCorpo(ChannelHandlerContext ctx, ByteBuf bytes, List<Object> saida) throws Exception {
        int inicio = bytes.readerIndex();
        super.decode(ctx, bytes, saida);
        boolean dados = !saida.isEmpty() && ((HttpContent) saida.getFirst()).content().isReadable();
        if (!dados && linhaContinuada(bytes, inicio)) {
            recusar(Recusa.AMBIGUO, saida);
        } else {
            conferirCorpo(saida);
        }
    }

    /// O Netty emenda linhas continuadas nos trailers. Eles são descartados de todo modo, mas uma linha só com espaços seria,
    /// para outro programa no caminho, o fim do pedido.
    private static boolean linhaContinuada(ByteBuf bytes, int inicio) {
        boolean comecoDeLinha = true;
        for (int i = inicio; i < bytes.readerIndex(); i++) {
            byte b = bytes.getByte(i);
            if (comecoDeLinha && (b == ' ' || b == '\t')) {
                return true;
            }
            comecoDeLinha = b == '\n';
        }
        return false;
    }

    private void conferirCorpo(List<Object> saida) {
        if (!saida.isEmpty() && saida.getLast() instanceof LastHttpContent fim) {
            noCorpo = false;
            pausado = true;
            if (fim.decoderResult().isFailure()) {
                recusar(Recusa.AMBIGUO, saida);
            }
        }
    }

    private void recusar(Recusa recusa, List<Object> saida) {
        saida.forEach(ReferenceCountUtil::release);
        saida.clear();
        saida.add(recusa);
        recusado = true;
    }

    /// Sem Content-Length nem Transfer-Encoding não há corpo (RFC 9112, 6.3). O Netty daria oito bytes de corpo a quem trouxesse
    /// `Sec-WebSocket-Key1` e `Key2`, de um WebSocket que já não existe: sairiam sem tamanho anunciado, e o servidor os leria como
    /// o começo de outro pedido.
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage mensagem) {
        var cabecalhos = mensagem.headers();
        return !cabecalhos.contains(HttpHeaderNames.CONTENT_LENGTH) && !cabecalhos.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    /// Content-Length junto de Transfer-Encoding: o Netty tiraria um dos dois; aqui o pedido não passa.
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage mensagem) {
        throw new IllegalArgumentException("Content-Length junto de Transfer-Encoding");
    }
}
