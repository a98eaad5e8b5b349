package rinha.credito.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/// Lê corpos pequenos, com um limite de bytes e um prazo total: um byte por segundo não prende ninguém.
final class Corpo {
    /// Sem Content-Length, começa deste tamanho e dobra.
    private static final int PRIMEIRO_BUFFER = 256;
    /// O que o 415 da codificação diz, e o do tipo não: assim quem lê sabe qual dos dois consertar (RFC 9110, 12.5.3).
    private static final Map<String, String> SEM_CODIFICACAO = Map.of("Accept-Encoding", "identity");

    private final int maximo;
    private final Duration prazo;

    Corpo(int maximo, Duration prazo) {
        this.maximo = maximo;
        this.prazo = prazo;
    }

    /// O corpo inteiro, no tamanho exato.
    byte[] ler(HttpServletRequest pedido) throws IOException, PedidoRecusado {
        // Pelo cabeçalho: `getContentType()` procura o charset na JVM, e lança se não o acha.
        exigirJson(pedido.getHeader("Content-Type"));
        exigirSemCodificacao(pedido);
        long tamanho = pedido.getContentLengthLong();
        if (tamanho > maximo) {
            throw new PedidoRecusado(Problemas.CORPO_GRANDE);
        }
        try {
            return tamanho >= 0 ? exato(pedido, new byte[(int) tamanho]) : semTamanho(pedido);
        } catch (EOFException e) {
            // Um pedaço malformado o Jetty também relata como fim antes da hora; mas aí a conexão ainda está de pé.
            if (conexao(pedido).isInputShutdown()) {
                throw e;
            }
            throw new PedidoRecusado(Problemas.CORPO_MALFORMADO);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new PedidoRecusado(Problemas.CORPO_LENTO);
            }
            throw e;
        }
    }

    private static EndPoint conexao(HttpServletRequest pedido) {
        return ServletContextRequest.getServletContextRequest(pedido).getConnectionMetaData().getConnection().getEndPoint();
    }

    private static void exigirJson(String tipo) throws PedidoRecusado {
        if (tipo == null || tipo.equals("application/json") || TipoDeConteudo.ehJsonEmUtf8(tipo)) {
            return;
        }
        throw new PedidoRecusado(Problemas.TIPO_DE_CONTEUDO);
    }

    /// Um gzip lido como JSON seria um 422 sem o motivo, e descomprimir abriria a porta a um corpo que infla.
    private static void exigirSemCodificacao(HttpServletRequest pedido) throws PedidoRecusado {
        if (pedido.getHeader("Content-Encoding") != null && !CodificacaoDoCorpo.ehNenhuma(pedido.getHeaders("Content-Encoding"))) {
            throw new PedidoRecusado(Problemas.CODIFICACAO_DO_CORPO, SEM_CODIFICACAO);
        }
    }

    private byte[] exato(HttpServletRequest pedido, byte[] corpo) throws IOException, PedidoRecusado {
        var entrada = pedido.getInputStream();
        int lidos = corpo.length == 0 ? 0 : entrada.available() > 0 ? entrada.read(corpo) : 0;
        // Quase sempre o corpo já chegou junto com os cabeçalhos.
        return lidos == corpo.length ? corpo : devagar(pedido, entrada, corpo, lidos, corpo.length);
    }

    private byte[] semTamanho(HttpServletRequest pedido) throws IOException, PedidoRecusado {
        return devagar(pedido, pedido.getInputStream(), new byte[Math.min(PRIMEIRO_BUFFER, maximo + 1)], 0, -1);
    }

    /// O resto ainda está a caminho: daqui em diante valem o prazo entre bytes, da conexão, e o prazo total.
    private byte[] devagar(HttpServletRequest pedido, ServletInputStream entrada, byte[] corpo, int lidos, int esperados)
            throws IOException, PedidoRecusado {
        long ate = System.nanoTime() + prazo.toNanos();
        var conexao = conexao(pedido);
        long ocioso = conexao.getIdleTimeout();
        conexao.setIdleTimeout(prazo.toMillis());
        try {
            while (lidos != esperados) {
                if (lidos == corpo.length) {
                    corpo = maior(corpo);
                }
                int n = entrada.read(corpo, lidos, corpo.length - lidos);
                if (n < 0) {
                    break;
                }
                lidos += n;
                if (System.nanoTime() > ate) {
                    throw new PedidoRecusado(Problemas.CORPO_LENTO);
                }
            }
        } finally {
            conexao.setIdleTimeout(ocioso);
        }
        return lidos == corpo.length ? corpo : Arrays.copyOf(corpo, lidos);
    }

    private byte[] maior(byte[] corpo) throws PedidoRecusado {
        if (corpo.length > maximo) {
            throw new PedidoRecusado(Problemas.CORPO_GRANDE);
        }
        return Arrays.copyOf(corpo, Math.min(corpo.length * 2, maximo + 1));
    }
}
