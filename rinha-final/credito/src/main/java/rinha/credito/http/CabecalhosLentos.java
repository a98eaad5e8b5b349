package rinha.credito.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;

/// Fecha as conexões que gotejam cabeçalhos sem nunca completar um pedido: cada byte renova o prazo de ociosidade do Jetty,
/// e por isso ele sozinho não as vê.
final class CabecalhosLentos implements Runnable {
    /// O que se viu de uma conexão na última volta.
    ///
    /// @param mensagens pedidos recebidos e respostas começadas
    /// @param noFim bytes recebidos quando `mensagens` mudou pela última vez: além deles, há um pedido a caminho
    /// @param desde quando esse pedido começou a chegar
    private record Visto(long mensagens, long noFim, long bytes, long desde) {}

    private final ServerConnector conector;
    private final long prazo;
    /// Com um pedido em atendimento, um corpo que goteja recebe 408 de Corpo: só depois dele a conexão é cortada daqui.
    private final long prazoDoCorpo;
    private Map<EndPoint, Visto> vistos = new HashMap<>();
    private volatile boolean parar;

    CabecalhosLentos(ServerConnector conector, Duration prazo) {
        this.conector = conector;
        this.prazo = prazo.toNanos();
        prazoDoCorpo = prazo.multipliedBy(3).toNanos();
    }

    @Override
    public void run() {
        while (!parar) {
            LockSupport.parkNanos(prazo / 4);
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
            var visto = ver(vistos.getOrDefault(ponto, new Visto(0, 0, 0, agora)), conexao, agora);
            if (agora - visto.desde() > (Andamento.emAtendimento(conexao) ? prazoDoCorpo : prazo)) {
                ponto.close();
            } else {
                novos.put(ponto, visto);
            }
        }
        vistos = novos;
    }

    /// O relógio anda do primeiro byte depois da última mensagem até a próxima, por mais espaçados que venham os outros. Sem
    /// bytes a mais, a conexão está ociosa, e disso o Jetty cuida.
    private static Visto ver(Visto antes, Connection conexao, long agora) {
        long mensagens = conexao.getMessagesIn() + conexao.getMessagesOut();
        long bytes = conexao.getBytesIn();
        if (mensagens != antes.mensagens()) {
            return new Visto(mensagens, bytes, bytes, agora);
        }
        // Com um pedido em atendimento, quem conta o tempo do corpo é Corpo: aqui só interessa se ele ainda goteja.
        long conhecidos = Andamento.emAtendimento(conexao) ? antes.bytes() : antes.noFim();
        return new Visto(mensagens, antes.noFim(), bytes, bytes > conhecidos ? antes.desde() : agora);
    }

    void parar() {
        parar = true;
    }
}
