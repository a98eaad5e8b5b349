package rinha.carga.motor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Um canal TCP não bloqueante: abre, escreve tudo mesmo que o sistema aceite aos poucos, lê e fecha.
final class Soquete {

    private final SocketChannel canal;
    private SelectionKey chave;
    private ByteBuffer resto;

    private Soquete(SocketChannel canal) {
        this.canal = canal;
    }

    /// Cria o canal; falha se faltam descritores nesta máquina.
    static Soquete criar() throws IOException {
        return new Soquete(SocketChannel.open());
    }

    /// Começa a conectar; devolve se já conectou. Senão, o seletor avisa `dono`.
    boolean conectar(InetSocketAddress endereco, Selector seletor, Object dono) throws IOException {
        canal.configureBlocking(false);
        canal.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean pronto = canal.connect(endereco);
        chave = canal.register(seletor, pronto ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, dono);
        return pronto;
    }

    void concluirConexao() throws IOException {
        canal.finishConnect();
        chave.interestOps(SelectionKey.OP_READ);
    }

    /// Escreve o que couber e guarda o resto para [#escreverResto]; devolve se algum byte saiu.
    boolean escrever(ByteBuffer bytes) throws IOException {
        int saiu = canal.write(bytes);
        if (bytes.hasRemaining()) {
            resto = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
            chave.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
        return saiu > 0;
    }

    boolean temResto() {
        return resto != null;
    }

    boolean podeEscrever() {
        return resto != null && chave.isWritable();
    }

    boolean podeLer() {
        return chave.isReadable();
    }

    /// Se o servidor já não aceita bytes, desiste do resto em vez de falhar: a leitura diz se ele respondeu ou caiu. Devolve se algum byte saiu.
    boolean escreverResto() {
        try {
            int saiu = canal.write(resto);
            if (!resto.hasRemaining()) {
                resto = null;
                chave.interestOps(SelectionKey.OP_READ);
            }
            return saiu > 0;
        } catch (IOException e) {
            chave.interestOps(SelectionKey.OP_READ);
            return false;
        }
    }

    int ler(ByteBuffer destino) throws IOException {
        return canal.read(destino);
    }

    void fechar() {
        try {
            canal.close();
        } catch (IOException e) {
            // O descritor é devolvido mesmo assim; não há o que fazer com o erro de um close.
        }
    }
}
