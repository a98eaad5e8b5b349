package rinha.balanceador.pedido;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Cada resposta que é do próprio balanceador, e não de um servidor: status, o que houve e o que fazer.
public enum Recusa {
    MALFORMADO(400, "Pedido malformado", "A linha do pedido ou um cabeçalho não segue o HTTP/1.1. Confira espaços, fins de linha e caracteres."),
    AMBIGUO(400, "Enquadramento ambíguo", "Não se sabe onde o pedido acaba: Content-Length repetido, inválido ou junto de Transfer-Encoding, ou codificação que não é chunked. Envie um só."),
    HOST(400, "Host ausente ou repetido", "Um pedido HTTP/1.1 tem exatamente um Host, igual ao do alvo. Envie um só."),
    LENTO(408, "O pedido não chegou a tempo", "O pedido não chegou inteiro dentro do prazo. Envie-o de uma vez."),
    CORPO_GRANDE(413, "Corpo grande demais", "O corpo passa do máximo aceito. Reduza-o ou divida-o."),
    ALVO_GRANDE(414, "Endereço grande demais", "A linha do pedido passa do máximo aceito. Encurte o endereço."),
    EXPECTATIVA(417, "Expectativa não atendida", "Só se aceita Expect: 100-continue. Tire o cabeçalho."),
    CABECALHO_GRANDE(431, "Cabeçalhos demais", "Os cabeçalhos passam do tamanho ou da quantidade aceita. Reduza-os."),
    METODO(501, "Método não encaminhado", "CONNECT e TRACE não passam por aqui. Use outro método."),
    VERSAO(505, "Versão de HTTP não atendida", "Aqui se fala HTTP/1.1 e HTTP/1.0. Use uma delas."),
    RESPOSTA_PERDIDA(502, "O servidor não respondeu", "O pedido foi enviado a um servidor e a resposta não voltou inteira."),
    RESPOSTA_LENTA(504, "O servidor demorou demais", "O pedido foi enviado a um servidor e a resposta não veio dentro do prazo."),
    SEM_SERVIDOR(503, "Nenhum servidor disponível", "Nada foi enviado. Repita depois do que diz Retry-After."),
    SEM_CONEXAO(503, "Nenhum servidor aceitou a conexão", "Nada foi enviado. Repita depois do que diz Retry-After."),
    FILA_CHEIA(503, "Servidores ocupados", "Não houve conexão livre a tempo e nada foi enviado. Repita depois do que diz Retry-After."),
    CONEXOES_DEMAIS(503, "Conexões demais", "O máximo de conexões está em uso. Repita depois do que diz Retry-After."),
    MEMORIA(503, "Corpos demais ao mesmo tempo", "A memória para corpos de pedidos está em uso. Repita depois do que diz Retry-After.");

    private final int status;
    private final byte[] mantem;
    private final byte[] fecha;
    private final int corpo;

    Recusa(int status, String titulo, String detalhe) {
        this.status = status;
        byte[] json = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(titulo, status, detalhe).getBytes(StandardCharsets.UTF_8);
        corpo = json.length;
        mantem = montar(json, "");
        fecha = montar(json, "Connection: close\r\n");
    }

    public int status() {
        return status;
    }

    /// O nome desta recusa nas métricas.
    public String motivo() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A resposta inteira; para HEAD, sem o corpo. Não altere o arranjo.
    public byte[] bytes(boolean fechando) {
        return fechando ? fecha : mantem;
    }

    /// Quantos dos [#bytes(boolean)] vão na resposta.
    public int tamanho(boolean fechando, boolean semCorpo) {
        return bytes(fechando).length - (semCorpo ? corpo : 0);
    }

    private byte[] montar(byte[] json, String conexao) {
        String cabeca = "HTTP/1.1 %d %s\r\nContent-Type: application/problem+json\r\nContent-Length: %d\r\n%s%s\r\n"
                .formatted(status, frase(), json.length, extra(), conexao);
        byte[] inicio = cabeca.getBytes(StandardCharsets.US_ASCII);
        byte[] tudo = new byte[inicio.length + json.length];
        System.arraycopy(inicio, 0, tudo, 0, inicio.length);
        System.arraycopy(json, 0, tudo, inicio.length, json.length);
        return tudo;
    }

    private String extra() {
        return switch (status) {
            case 503 -> "Retry-After: 1\r\n";
            // O pedido pode ter sido aplicado: quem repete um POST depois disto arrisca aplicá-lo duas vezes.
            case 502, 504 -> "Desfecho: desconhecido\r\n";
            default -> "";
        };
    }

    private String frase() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 431 -> "Request Header Fields Too Large";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            case 505 -> "HTTP Version Not Supported";
            default -> throw new IllegalStateException("status sem frase: " + status);
        };
    }
}
