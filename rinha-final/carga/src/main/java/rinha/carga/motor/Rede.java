package rinha.carga.motor;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import rinha.carga.Pedido;
import rinha.carga.Plano;

/// O que todas as conexões partilham: o seletor, os buffers e a quem avisar.
///
/// Um par de buffers serve a todas porque uma só thread os usa, e uma conexão só fica com bytes quando o
/// sistema não os aceita de uma vez.
final class Rede {

    private static final int TAMANHO = 64 << 10;

    final Selector seletor;
    final Relogio relogio;
    final Ouvinte ouvinte;
    final Vencimentos vencimentos = new Vencimentos();
    final InetSocketAddress endereco;
    final long timeout;
    final boolean reusar;
    final boolean olhaOCorpo;
    final ByteBuffer entrada = ByteBuffer.allocate(TAMANHO);
    private final byte[] host;
    private ByteBuffer saida = ByteBuffer.allocateDirect(TAMANHO);

    /// Quem reage ao que acontece com os pedidos.
    interface Ouvinte {
        void enviou(Conexao conexao);

        void respondeu(Conexao conexao, long agora);

        void falhou(Conexao conexao, Falha falha, long agora);

        /// Vieram bytes por uma conexão que não tinha pedido.
        void sobrou(Conexao conexao, int bytes, long agora);

        /// O servidor fechou uma conexão que não tinha pedido, ou vai fechá-la.
        void fechouLivre(Conexao conexao);
    }

    Rede(Selector seletor, Relogio relogio, Ouvinte ouvinte, Plano plano) {
        this.seletor = seletor;
        this.relogio = relogio;
        this.ouvinte = ouvinte;
        this.endereco = plano.alvo().endereco();
        this.timeout = plano.timeout().toNanos();
        this.reusar = plano.reusarConexoes();
        this.olhaOCorpo = plano.conferencia().olhaOCorpo();
        this.host = ("Host: " + plano.alvo().cabecalho() + "\r\n" + (reusar ? "" : "Connection: close\r\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Devolve o pedido em bytes prontos para sair. O buffer vale até a próxima chamada.
    ByteBuffer codificar(Pedido pedido) {
        byte[] corpo = pedido.corpo();
        byte[] linha = pedido.molde().linha();
        byte[] cabecalhos = pedido.molde().cabecalhos();
        int tamanho = linha.length + host.length + cabecalhos.length + corpo.length + 40;
        if (saida.capacity() < tamanho) {
            saida = ByteBuffer.allocateDirect(tamanho);
        }
        saida.clear().put(linha).put(host).put(cabecalhos);
        if (corpo.length > 0 || !pedido.molde().metodo().equals("GET")) {
            saida.put(CONTENT_LENGTH);
            numero(corpo.length);
            saida.put((byte) '\r').put((byte) '\n');
        }
        return saida.put((byte) '\r').put((byte) '\n').put(corpo).flip();
    }

    private static final byte[] CONTENT_LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);

    private void numero(int n) {
        if (n >= 10) {
            numero(n / 10);
        }
        saida.put((byte) ('0' + n % 10));
    }
}
