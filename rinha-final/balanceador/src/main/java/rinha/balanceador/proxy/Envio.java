package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;

/// O quanto de um pedido o sistema aceitou mandar: é o que decide se um POST pode ser repetido.
final class Envio implements ChannelFutureListener {
    private final ByteBuf bytes;
    private boolean nada;

    Envio(ByteBuf bytes) {
        this.bytes = bytes;
    }

    ByteBuf bytes() {
        return bytes;
    }

    /// Nenhum byte saiu, com certeza. Na dúvida, falso: um POST repetido por engano vale em dobro.
    boolean nada() {
        return nada;
    }

    @Override
    public void operationComplete(ChannelFuture futuro) {
        // Uma escrita parcial avança o índice; uma que falhou de saída o deixa no começo.
        nada = !futuro.isSuccess() && bytes.readerIndex() == 0;
    }
}
