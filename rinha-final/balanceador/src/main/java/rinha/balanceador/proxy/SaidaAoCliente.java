package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import rinha.balanceador.pedido.Recusa;

/// Tudo o que se escreve ao cliente passa por aqui.
final class SaidaAoCliente {
    private final Channel canal;

    SaidaAoCliente(Channel canal) {
        this.canal = canal;
    }

    ByteBuf buffer(int tamanho) {
        return canal.alloc().buffer(tamanho);
    }

    /// Toma posse de `bytes`; só saem no próximo [#descarregar()].
    void escrever(ByteBuf bytes) {
        canal.write(bytes, canal.voidPromise());
    }

    void descarregar() {
        canal.flush();
    }

    /// Falso enquanto o cliente não lê o que já foi escrito.
    boolean folgada() {
        return canal.isWritable();
    }

    void recusa(Recusa recusa, boolean fecha, boolean semCorpo) {
        escrever(Unpooled.wrappedBuffer(recusa.bytes(fecha), 0, recusa.tamanho(fecha, semCorpo)));
        descarregar();
    }

    /// Depois do que já foi escrito, diz ao cliente que não vem mais nada; a leitura continua aberta.
    ///
    /// Fechar de vez com bytes do cliente por ler faria o sistema mandar RST, que apaga a resposta antes de ele a ler.
    ///
    /// @param aoEntregar o que fazer quando tudo tiver saído daqui
    void encerrar(Runnable aoEntregar) {
        canal.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) _ -> {
            ((DuplexChannel) canal).shutdownOutput();
            aoEntregar.run();
        });
    }
}
