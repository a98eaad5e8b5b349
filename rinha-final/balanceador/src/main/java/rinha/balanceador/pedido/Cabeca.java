package rinha.balanceador.pedido;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/// O começo de um pedido já conferido: sabe-se sem dúvida onde ele acaba.
///
/// @param tamanho bytes do corpo; -1 se vem em pedaços (chunked), [#SEM_CORPO] se o pedido não anunciou corpo
/// @param conexao o valor de `Connection`, ou `null`
public record Cabeca(HttpRequest pedido, CharSequence alvo, long tamanho, boolean esperaContinue, CharSequence conexao) {
    public static final long EM_PEDACOS = -1;
    public static final long SEM_CORPO = -2;

    /// O cliente quer que a conexão continue aberta depois da resposta; em HTTP/1.0 ela sempre fecha.
    public boolean mantemConexao() {
        return http11() && (conexao == null || !Cabecalhos.naLista(conexao, "close"));
    }

    public boolean http11() {
        return pedido.protocolVersion().minorVersion() == HttpVersion.HTTP_1_1.minorVersion();
    }

    public boolean head() {
        return "HEAD".equals(metodo());
    }

    public String metodo() {
        return pedido.method().name();
    }

    /// Repetir não muda o que uma vez faria (RFC 9110, 9.2.2).
    public boolean idempotente() {
        return switch (metodo()) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE" -> true;
            default -> false;
        };
    }

    /// O alvo sem a consulta: `/a?b=1` e `/a?b=2` são o mesmo caminho.
    public CharSequence caminho() {
        String texto = alvo.toString();
        int consulta = texto.indexOf('?');
        return consulta < 0 ? texto : texto.substring(0, consulta);
    }

    public CharSequence valor(String nome) {
        return pedido.headers().get(nome);
    }

    boolean temHost() {
        return pedido.headers().contains(HttpHeaderNames.HOST);
    }
}
