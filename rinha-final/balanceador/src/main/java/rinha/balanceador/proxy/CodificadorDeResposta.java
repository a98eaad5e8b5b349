package rinha.balanceador.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import rinha.balanceador.pedido.Cabecalhos;

/// Escreve a resposta como o cliente a recebe: sem os cabeçalhos salto a salto do servidor, com o enquadramento que serve ao cliente.
final class CodificadorDeResposta {
    private static final AsciiString VERSAO = Cabecalhos.constante("HTTP/1.1 ");
    private static final AsciiString EM_PEDACOS = Cabecalhos.constante("Transfer-Encoding: chunked\r\n");
    private static final AsciiString FECHA = Cabecalhos.constante("Connection: close\r\n");
    private static final AsciiString FIM_DOS_PEDACOS = Cabecalhos.constante("0\r\n\r\n");
    private static final byte[] DIGITOS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private CodificadorDeResposta() {}

    /// O servidor disse sem dúvida onde a resposta acaba? Uma codificação que não é chunked deixaria a dúvida para o cliente.
    static boolean enquadrada(HttpResponse resposta) {
        var codificacao = resposta.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        return codificacao == null || Cabecalhos.igual(codificacao, "chunked");
    }

    /// A resposta acaba por tamanho ou pedaços, e não só quando a conexão fecha.
    static boolean delimitada(HttpResponse resposta) {
        return resposta.headers().contains(HttpHeaderNames.CONTENT_LENGTH) || resposta.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    static void cabeca(ByteBuf saida, HttpResponse resposta, boolean emPedacos, boolean fecha) {
        Cabecalhos.bytes(saida, VERSAO);
        Cabecalhos.texto(saida, resposta.status().codeAsText());
        saida.writeByte(' ');
        Cabecalhos.texto(saida, resposta.status().reasonPhrase());
        Cabecalhos.fimDeLinha(saida);
        var nomeados = resposta.headers().getAll(HttpHeaderNames.CONNECTION);
        for (var nomes = resposta.headers().iteratorCharSequence(); nomes.hasNext();) {
            var cabecalho = nomes.next();
            var nome = cabecalho.getKey();
            if (!Cabecalhos.saltoASalto(nome) && (protegido(nome) || !nomeado(nomeados, nome))) {
                Cabecalhos.escrever(saida, cabecalho);
            }
        }
        if (emPedacos) {
            Cabecalhos.bytes(saida, EM_PEDACOS);
        }
        if (fecha) {
            Cabecalhos.bytes(saida, FECHA);
        }
        Cabecalhos.fimDeLinha(saida);
    }

    static void inicioDoPedaco(ByteBuf saida, int tamanho) {
        for (int deslocamento = 28, visto = 0; deslocamento >= 0; deslocamento -= 4) {
            int digito = tamanho >>> deslocamento & 0xf;
            visto |= digito;
            if (visto != 0) {
                saida.writeByte(DIGITOS[digito]);
            }
        }
        Cabecalhos.fimDeLinha(saida);
    }

    static void fimDosPedacos(ByteBuf saida) {
        Cabecalhos.bytes(saida, FIM_DOS_PEDACOS);
    }

    private static boolean nomeado(List<String> listas, CharSequence nome) {
        for (String lista : listas) {
            if (Cabecalhos.naLista(lista, nome)) {
                return true;
            }
        }
        return false;
    }

    private static boolean protegido(CharSequence nome) {
        return Cabecalhos.igual(nome, HttpHeaderNames.CONTENT_LENGTH);
    }
}
