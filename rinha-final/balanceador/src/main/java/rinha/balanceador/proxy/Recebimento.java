package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import rinha.balanceador.pedido.Cabeca;
import rinha.balanceador.pedido.CodificadorDePedido;
import rinha.balanceador.pedido.Recusa;

/// O pedido que está chegando: já escrito como o servidor o receberá, dentro dos limites de tamanho e de memória.
final class Recebimento {
    private static final ByteBuf CONTINUAR = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    private static final String HOST_PADRAO = "balanceador";
    private static final int CABECA_TIPICA = 1024;
    private static final int CORPO_ADIANTADO = 16 * 1024;

    private final Laco laco;
    private final CodificadorDePedido codificador;
    private Cabeca cabeca;
    private ByteBuf bytes;
    private long corpo;

    Recebimento(Laco laco, String ip) {
        this.laco = laco;
        this.codificador = new CodificadorDePedido(laco.contexto.config().confiaNoEncaminhado(), ip);
    }

    static ByteBuf continuar() {
        return CONTINUAR.duplicate();
    }

    /// O pedido que chega ou que está com um servidor; `null` entre um e outro.
    Cabeca cabeca() {
        return cabeca;
    }

    /// A recusa, ou `null` se o pedido pode continuar.
    Recusa comecar(Cabeca nova, ByteBufAllocator memoria) {
        cabeca = nova;
        if (nova.tamanho() > laco.contexto.config().limites().corpo()) {
            return Recusa.CORPO_GRANDE;
        }
        bytes = memoria.buffer(CABECA_TIPICA + Math.clamp(nova.tamanho(), 0, CORPO_ADIANTADO));
        if (nova.tamanho() != Cabeca.EM_PEDACOS) {
            codificador.escrever(bytes, nova, nova.tamanho(), HOST_PADRAO);
        }
        return null;
    }

    Recusa receber(ByteBuf pedaco) {
        int tamanho = pedaco.readableBytes();
        if (corpo + tamanho > laco.contexto.config().limites().corpo()) {
            return Recusa.CORPO_GRANDE;
        }
        if (!laco.reservarCorpo(tamanho)) {
            return Recusa.MEMORIA;
        }
        corpo += tamanho;
        bytes.writeBytes(pedaco);
        return null;
    }

    /// O pedido como vai ao servidor; passa a ser de quem chamou.
    ByteBuf inteiro(ByteBufAllocator memoria) {
        var pronto = bytes;
        bytes = null;
        if (cabeca.tamanho() == Cabeca.EM_PEDACOS) {
            // Só agora se sabe o tamanho: os pedaços saem como um corpo só.
            var soCorpo = pronto;
            pronto = memoria.buffer(CABECA_TIPICA + soCorpo.readableBytes());
            codificador.escrever(pronto, cabeca, soCorpo.readableBytes(), HOST_PADRAO);
            pronto.writeBytes(soCorpo);
            soCorpo.release();
        }
        return pronto;
    }

    /// O pedido foi respondido ou abandonado: devolve a memória dele.
    void acabou() {
        cabeca = null;
        if (bytes != null) {
            bytes.release();
            bytes = null;
        }
        laco.devolverCorpo(corpo);
        corpo = 0;
    }
}
