package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import rinha.balanceador.pedido.Cabeca;

/// A resposta a caminho do cliente: junta cabeça e pedaços pequenos numa escrita só, e passa os grandes sem copiar.
final class Repasse {
    private static final int COPIA_MAXIMA = 4 * 1024;
    private static final int CABECA_TIPICA = 512;

    private final SaidaAoCliente saida;
    private final int status;
    private final boolean semCorpo;
    private final boolean emPedacos;
    private final boolean fecha;
    private final boolean servidorMantem;
    private ByteBuf junto;

    Repasse(SaidaAoCliente saida, Cabeca pedido, HttpResponse resposta, boolean encerrando) {
        this.saida = saida;
        this.status = resposta.status().code();
        boolean delimitada = CodificadorDeResposta.delimitada(resposta);
        semCorpo = pedido.head() || status == 204 || status == 304;
        boolean comTamanho = resposta.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
        emPedacos = !semCorpo && !comTamanho && pedido.http11();
        fecha = encerrando || !pedido.mantemConexao();
        servidorMantem = HttpUtil.isKeepAlive(resposta) && (semCorpo || delimitada);
        CodificadorDeResposta.cabeca(junto(CABECA_TIPICA), resposta, emPedacos, fecha);
    }

    int status() {
        return status;
    }

    /// A conexão com o cliente acaba com esta resposta.
    boolean fecha() {
        return fecha;
    }

    /// A conexão com o servidor serve para outro pedido.
    boolean servidorMantem() {
        return servidorMantem;
    }

    /// Toma posse de `conteudo`.
    void pedaco(ByteBuf conteudo, boolean ultimo) {
        int tamanho = semCorpo ? 0 : conteudo.readableBytes();
        if (tamanho > 0 && emPedacos) {
            CodificadorDeResposta.inicioDoPedaco(junto(tamanho), tamanho);
        }
        if (tamanho > COPIA_MAXIMA) {
            descarregarSemFlush();
            saida.escrever(conteudo.retain());
        } else if (tamanho > 0) {
            junto(tamanho).writeBytes(conteudo);
        }
        if (tamanho > 0 && emPedacos) {
            junto(2).writeByte('\r').writeByte('\n');
        }
        conteudo.release();
        if (ultimo) {
            if (emPedacos) {
                CodificadorDeResposta.fimDosPedacos(junto(8));
            }
            descarregar();
        }
    }

    void descarregar() {
        descarregarSemFlush();
        saida.descarregar();
    }

    /// O que se juntou não vai mais a ninguém.
    void descartar() {
        if (junto != null) {
            junto.release();
            junto = null;
        }
    }

    private void descarregarSemFlush() {
        if (junto != null) {
            saida.escrever(junto);
            junto = null;
        }
    }

    private ByteBuf junto(int espaco) {
        if (junto == null) {
            junto = saida.buffer(Math.max(espaco, CABECA_TIPICA));
        }
        return junto;
    }
}
