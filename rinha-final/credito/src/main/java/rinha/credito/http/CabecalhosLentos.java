package rinha.credito.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/// Fecha as conexões que gotejam cabeçalhos sem nunca completar um pedido: cada byte renova o prazo de ociosidade do Jetty,
/// e por isso ele sozinho não as vê.
final class CabecalhosLentos implements Runnable {
    /// O que se viu de uma conexão na última volta, e desde quando ela está no meio de um pedido.
    private record Visto(long pedidos, long bytes, long desde) {}

    private final ServerConnector conector;
    private final long prazo;
    private Map<EndPoint, Visto> vistos = new HashMap<>();
    private volatile boolean parar;

    CabecalhosLentos(ServerConnector conector, Duration prazo) {
        this.conector = conector;
        // Daqui não se distingue um corpo que goteja, e esse recebe 408 de Corpo: só depois dele a conexão é cortada.
        this.prazo = prazo.multipliedBy(3).toNanos();
    }

    @Override
    public void run() {
        while (!parar) {
            LockSupport.parkNanos(prazo / 12);
            olhar(System.nanoTime());
        }
    }

    private void olhar(long agora) {
        var novos = new HashMap<EndPoint, Visto>();
        for (var ponto : conector.getConnectedEndPoints()) {
            var conexao = ponto.getConnection();
            if (conexao == null) {
                continue;
            }
            var antes = vistos.getOrDefault(ponto, new Visto(0, 0, agora));
            var visto = ver(antes, conexao.getMessagesIn(), conexao.getBytesIn(), agora);
            if (agora - visto.desde() > prazo) {
                ponto.close();
            } else {
                novos.put(ponto, visto);
            }
        }
        vistos = novos;
    }

    /// Um pedido completo, ou nenhum byte novo, recomeça a contagem: parada, a conexão é ociosa, e disso o Jetty cuida.
    private static Visto ver(Visto antes, long pedidos, long bytes, long agora) {
        boolean gotejou = pedidos == antes.pedidos() && bytes > antes.bytes();
        return new Visto(pedidos, bytes, gotejou ? antes.desde() : agora);
    }

    void parar() {
        parar = true;
    }
}
