package rinha.balanceador.pedido;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.AsciiString;
import java.util.Map;

/// Nomes de cabeçalhos que não atravessam o balanceador, e como se escrevem os que atravessam.
public final class Cabecalhos {
    private static final AsciiString[] SALTO_A_SALTO = nomes("connection", "keep-alive", "proxy-connection", "te", "trailer",
            "transfer-encoding", "upgrade", "proxy-authenticate", "proxy-authorization");
    /// Reescritos por nós: o que o cliente disser deles não chega ao servidor.
    private static final AsciiString[] REESCRITOS = nomes("content-length", "expect", "forwarded", "x-forwarded-for", "x-forwarded-proto",
            "x-forwarded-host", "x-real-ip");
    private static final int CRLF = 0x0d0a;
    private static final int DOIS_PONTOS = 0x3a20;

    private Cabecalhos() {}

    /// Vale só entre dois vizinhos (RFC 9110, 7.6.1); os que `Connection` nomeia são conferidos à parte.
    public static boolean saltoASalto(CharSequence nome) {
        return entre(SALTO_A_SALTO, nome);
    }

    static boolean reescrito(CharSequence nome) {
        return entre(REESCRITOS, nome);
    }

    public static boolean igual(CharSequence a, CharSequence b) {
        return AsciiString.contentEqualsIgnoreCase(a, b);
    }

    /// Há `item` na lista separada por vírgulas?
    public static boolean naLista(CharSequence lista, CharSequence item) {
        int inicio = 0;
        for (int i = 0; i <= lista.length(); i++) {
            if (i == lista.length() || lista.charAt(i) == ',') {
                if (igual(AsciiString.trim(lista.subSequence(inicio, i)), item)) {
                    return true;
                }
                inicio = i + 1;
            }
        }
        return false;
    }

    public static void escrever(ByteBuf saida, Map.Entry<CharSequence, CharSequence> cabecalho) {
        texto(saida, cabecalho.getKey());
        saida.writeShort(DOIS_PONTOS);
        texto(saida, cabecalho.getValue());
        saida.writeShort(CRLF);
    }

    public static void texto(ByteBuf saida, CharSequence texto) {
        if (texto instanceof AsciiString ascii) {
            saida.writeBytes(ascii.array(), ascii.arrayOffset(), ascii.length());
        } else {
            // Um byte por caractere: o decodificador leu ISO-8859-1, e assim um valor com acento volta como veio.
            for (int i = 0; i < texto.length(); i++) {
                saida.writeByte(texto.charAt(i));
            }
        }
    }

    public static void fimDeLinha(ByteBuf saida) {
        saida.writeShort(CRLF);
    }

    /// Um inteiro em decimal, sem passar por texto.
    public static void numero(ByteBuf saida, long valor) {
        if (valor >= 10) {
            numero(saida, valor / 10);
        }
        saida.writeByte((int) ('0' + valor % 10));
    }

    public static AsciiString constante(String texto) {
        return AsciiString.cached(texto);
    }

    public static void bytes(ByteBuf saida, AsciiString texto) {
        ByteBufUtil.copy(texto, saida);
    }

    private static boolean entre(AsciiString[] nomes, CharSequence nome) {
        for (var conhecido : nomes) {
            if (conhecido.length() == nome.length() && igual(conhecido, nome)) {
                return true;
            }
        }
        return false;
    }

    private static AsciiString[] nomes(String... nomes) {
        var prontos = new AsciiString[nomes.length];
        for (int i = 0; i < nomes.length; i++) {
            prontos[i] = AsciiString.cached(nomes[i]);
        }
        return prontos;
    }
}
