package rinha.balanceador.pedido;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/// Escreve o pedido como o servidor o recebe: sempre com um só Content-Length, calculado aqui.
///
/// É o que torna o contrabando impossível depois de nós: nenhum enquadramento do cliente chega ao servidor.
public final class CodificadorDePedido {
    private static final AsciiString VERSAO = Cabecalhos.constante(" HTTP/1.1\r\n");
    private static final AsciiString HOST = Cabecalhos.constante("Host: ");
    private static final AsciiString TAMANHO = Cabecalhos.constante("Content-Length: ");
    private static final AsciiString VIA = Cabecalhos.constante("Via: 1.1 balanceador\r\n");
    private static final AsciiString DE = Cabecalhos.constante("X-Forwarded-For: ");
    private static final AsciiString FORWARDED = Cabecalhos.constante("Forwarded: ");
    private static final AsciiString PROTO = Cabecalhos.constante("X-Forwarded-Proto: http\r\n");

    private final boolean confia;
    private final AsciiString ip;
    private final AsciiString forwarded;

    /// @param confia acrescenta aos X-Forwarded-For e Forwarded que vieram, em vez de trocá-los
    /// @param ip o endereço do cliente
    public CodificadorDePedido(boolean confia, String ip) {
        this.confia = confia;
        this.ip = AsciiString.of(ip);
        // IPv6 vai entre colchetes e aspas (RFC 7239, 6).
        this.forwarded = AsciiString.of("for=" + (ip.indexOf(':') < 0 ? ip : "\"[" + ip + "]\"") + ";proto=http");
    }

    /// Acrescenta a `saida` a linha do pedido e os cabeçalhos; `corpo` negativo é pedido sem corpo nem Content-Length.
    public void escrever(ByteBuf saida, Cabeca cabeca, long corpo, String hostDoServidor) {
        Cabecalhos.texto(saida, cabeca.pedido().method().asciiName());
        saida.writeByte(' ');
        Cabecalhos.texto(saida, cabeca.alvo());
        Cabecalhos.bytes(saida, VERSAO);
        if (!cabeca.temHost()) {
            campo(saida, HOST, null, AsciiString.of(hostDoServidor));
        }
        var nomeados = nomeados(cabeca.conexao());
        for (var nomes = cabeca.pedido().headers().iteratorCharSequence(); nomes.hasNext();) {
            var cabecalho = nomes.next();
            if (passa(cabecalho.getKey(), nomeados)) {
                Cabecalhos.escrever(saida, cabecalho);
            }
        }
        campo(saida, DE, confia ? anterior(cabeca, "x-forwarded-for") : null, ip);
        campo(saida, FORWARDED, confia ? anterior(cabeca, "forwarded") : null, forwarded);
        Cabecalhos.bytes(saida, PROTO);
        Cabecalhos.bytes(saida, VIA);
        if (corpo >= 0) {
            Cabecalhos.bytes(saida, TAMANHO);
            Cabecalhos.numero(saida, corpo);
            Cabecalhos.fimDeLinha(saida);
        }
        Cabecalhos.fimDeLinha(saida);
    }

    /// O comum, `keep-alive` ou `close`, não nomeia cabeçalho algum: poupa a busca em cada um deles.
    private static CharSequence nomeados(CharSequence conexao) {
        return conexao == null || Cabecalhos.igual(conexao, "keep-alive") || Cabecalhos.igual(conexao, "close") ? null : conexao;
    }

    private static boolean passa(CharSequence nome, CharSequence nomeados) {
        if (Cabecalhos.saltoASalto(nome) || Cabecalhos.reescrito(nome)) {
            return false;
        }
        // `Connection: Host` não tira o Host: o cliente não escolhe quais dos nossos cabeçalhos somem.
        return nomeados == null || Cabecalhos.igual(nome, "host") || !Cabecalhos.naLista(nomeados, nome);
    }

    private static CharSequence anterior(Cabeca cabeca, String nome) {
        var valores = cabeca.pedido().headers().getAll(nome);
        return valores.isEmpty() ? null : String.join(", ", valores);
    }

    private static void campo(ByteBuf saida, AsciiString nome, CharSequence anterior, AsciiString valor) {
        Cabecalhos.bytes(saida, nome);
        if (anterior != null) {
            Cabecalhos.texto(saida, anterior);
            saida.writeByte(',').writeByte(' ');
        }
        Cabecalhos.bytes(saida, valor);
        Cabecalhos.fimDeLinha(saida);
    }
}
