package rinha.balanceador.pedido;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;

/// Lê dos cabeçalhos onde o pedido acaba e para quem ele é; devolve uma [Cabeca] ou uma [Recusa].
final class Conferencia {
    private static final int DIGITOS_MAXIMOS = 18;

    private final HttpRequest pedido;
    private CharSequence host;
    private CharSequence tamanho;
    private CharSequence codificacao;
    private CharSequence conexao;
    private CharSequence expectativa;
    private Recusa recusa;

    private Conferencia(HttpRequest pedido) {
        this.pedido = pedido;
    }

    static Object conferir(HttpRequest pedido) {
        var conferencia = new Conferencia(pedido);
        conferencia.recolher();
        return conferencia.concluir();
    }

    private void recolher() {
        for (var nomes = pedido.headers().iteratorCharSequence(); nomes.hasNext();) {
            var cabecalho = nomes.next();
            var nome = cabecalho.getKey();
            var valor = cabecalho.getValue();
            switch (nome.length()) {
                case 4 -> host = Cabecalhos.igual(nome, "host") ? unico(host, valor, Recusa.HOST) : host;
                case 6 -> expectativa = Cabecalhos.igual(nome, "expect") ? valor : expectativa;
                case 10 -> conexao = Cabecalhos.igual(nome, "connection") ? juntar(conexao, valor) : conexao;
                case 14 -> tamanho = Cabecalhos.igual(nome, "content-length") ? unico(tamanho, valor, Recusa.AMBIGUO) : tamanho;
                case 17 -> codificacao = Cabecalhos.igual(nome, "transfer-encoding") ? unico(codificacao, valor, Recusa.AMBIGUO) : codificacao;
                default -> { }
            }
        }
    }

    private Object concluir() {
        boolean http11 = pedido.protocolVersion().minorVersion() == 1;
        String metodo = pedido.method().name();
        if (recusa != null) {
            return recusa;
        }
        if ("CONNECT".equals(metodo) || "TRACE".equals(metodo)) {
            return Recusa.METODO;
        }
        // Em HTTP/1.0 não há chunked: quem o manda espera que alguém no caminho leia diferente.
        if (codificacao != null && (tamanho != null || !http11 || !Cabecalhos.igual(codificacao, "chunked"))) {
            return Recusa.AMBIGUO;
        }
        long bytes = codificacao != null ? Cabeca.EM_PEDACOS : tamanho == null ? Cabeca.SEM_CORPO : inteiro(tamanho);
        if (bytes < Cabeca.SEM_CORPO) {
            return Recusa.AMBIGUO;
        }
        if (expectativa != null && !Cabecalhos.igual(expectativa, "100-continue")) {
            return Recusa.EXPECTATIVA;
        }
        if (host == null ? http11 : !hostValido(host)) {
            return Recusa.HOST;
        }
        var alvo = alvo(metodo);
        return alvo == null ? Recusa.HOST : new Cabeca(pedido, alvo, bytes, expectativa != null && http11, conexao);
    }

    /// O caminho a pedir, ou `null` se o alvo não serve: `http://outro/` com `Host: este` seria dois pedidos num só.
    private CharSequence alvo(String metodo) {
        String uri = pedido.uri();
        if (uri.startsWith("/") || ("*".equals(uri) && "OPTIONS".equals(metodo))) {
            return uri;
        }
        if (host == null || !uri.regionMatches(true, 0, "http://", 0, 7)) {
            return null;
        }
        int barra = uri.indexOf('/', 7);
        String autoridade = barra < 0 ? uri.substring(7) : uri.substring(7, barra);
        return Cabecalhos.igual(autoridade, host) ? barra < 0 ? "/" : uri.substring(barra) : null;
    }

    private CharSequence unico(CharSequence antes, CharSequence agora, Recusa seRepetido) {
        if (antes != null) {
            recusa = seRepetido;
        }
        return agora;
    }

    private static CharSequence juntar(CharSequence antes, CharSequence agora) {
        return antes == null ? agora : antes + "," + agora;
    }

    private static boolean hostValido(CharSequence host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || c > '~' || c == ',' || c == '/' || c == '@') {
                return false;
            }
        }
        return true;
    }

    /// Só dígitos: `+5`, `0x5`, `5 5` e `5,5` são recusados, como o que não cabe num long.
    private static long inteiro(CharSequence texto) {
        var digitos = AsciiString.of(texto);
        if (digitos.isEmpty() || digitos.length() > DIGITOS_MAXIMOS) {
            return Long.MIN_VALUE;
        }
        long valor = 0;
        for (int i = 0; i < digitos.length(); i++) {
            if (!Caracteres.digito(digitos.byteAt(i))) {
                return Long.MIN_VALUE;
            }
            valor = valor * 10 + digitos.byteAt(i) - '0';
        }
        return valor;
    }
}
