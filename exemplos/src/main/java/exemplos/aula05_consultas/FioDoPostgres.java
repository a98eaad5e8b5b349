package exemplos.aula05_consultas;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Um proxy TCP que lê o protocolo do PostgreSQL e conta o que de fato passou pelo fio.
///
/// Uma ida e volta é cada vez que o cliente espera: até o servidor responder a tudo o que recebeu (`ReadyForQuery`) ou
/// aceitar os dados de um `COPY` (`CopyInResponse`). É mais fiel que contar `execute()`: um lote do JDBC pode custar mais
/// de uma ida e volta. Exige `sslmode=disable`.
final class FioDoPostgres implements AutoCloseable {
    private final ServerSocket porta;
    private final String destino;
    private final int portaDeDestino;
    private final AtomicLong idasEVoltas = new AtomicLong();
    private final AtomicLong bytesDoServidor = new AtomicLong();
    private final Set<Socket> abertos = ConcurrentHashMap.newKeySet();

    private FioDoPostgres(ServerSocket porta, String destino, int portaDeDestino) {
        this.porta = porta;
        this.destino = destino;
        this.portaDeDestino = portaDeDestino;
    }

    /// Abre o proxy numa porta livre de 127.0.0.1.
    static FioDoPostgres ate(String host, int porta) {
        try {
            var fio = new FioDoPostgres(new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1")), host, porta);
            Thread.ofVirtual().name("fio-aceita").start(fio::aceitar);
            return fio;
        } catch (IOException e) {
            throw new UncheckedIOException("Não foi possível abrir uma porta em 127.0.0.1 para observar o fio", e);
        }
    }

    String host() {
        return "127.0.0.1";
    }

    int porta() {
        return porta.getLocalPort();
    }

    long idasEVoltas() {
        return idasEVoltas.get();
    }

    long bytesDoServidor() {
        return bytesDoServidor.get();
    }

    /// Recomeça a contagem; chame com a conexão parada.
    void zerar() {
        idasEVoltas.set(0);
        bytesDoServidor.set(0);
    }

    @Override
    public void close() {
        fechar(porta);
        abertos.forEach(FioDoPostgres::fechar);
    }

    private void aceitar() {
        while (!porta.isClosed()) {
            try {
                ligar(porta.accept());
            } catch (IOException e) {
                // A porta fechou: o laço termina.
            }
        }
    }

    private void ligar(Socket cliente) {
        try {
            var servidor = new Socket(destino, portaDeDestino);
            for (var socket : Set.of(cliente, servidor)) {
                socket.setTcpNoDelay(true);
                abertos.add(socket);
            }
            var conversa = new ConversaNoFio(idasEVoltas, bytesDoServidor);
            sentido("fio-ida", cliente, servidor, () -> conversa.levar(cliente, servidor));
            sentido("fio-volta", cliente, servidor, () -> conversa.trazer(servidor, cliente));
        } catch (IOException e) {
            fechar(cliente); // o destino recusou: quem conectou vê a conexão cair
        }
    }

    /// Quando um sentido termina, os dois lados fecham.
    private void sentido(String nome, Socket cliente, Socket servidor, Runnable copia) {
        Thread.ofVirtual().name(nome).start(() -> {
            copia.run();
            for (var socket : Set.of(cliente, servidor)) {
                fechar(socket);
                abertos.remove(socket);
            }
        });
    }

    private static void fechar(Closeable recurso) {
        try {
            recurso.close();
        } catch (IOException e) {
            // Já estava fechado; não há o que salvar.
        }
    }
}
