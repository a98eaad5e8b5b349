package curso.bancada.servicos;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;

/// Um broker AMQP 0-9-1 que responde, seja de onde for.
final class ServidorAmqp implements Mensageria, Servico {
    private static final Duration PRAZO = Duration.ofSeconds(5);

    private final Origem origem;
    private final String url;
    private final Runnable encerramento;
    private volatile boolean fechado;

    ServidorAmqp(Origem origem, String url, Runnable encerramento) {
        this.origem = origem;
        this.url = url;
        this.encerramento = encerramento;
    }

    static ServidorAmqp ligar(String url) {
        var servidor = new ServidorAmqp(Origem.ENDERECO, url, () -> {});
        ConnectionFactory fabrica = servidor.fabrica();
        if (!servidor.vivo()) {
            throw new FalhaDeServico("Nada responde em CURSO_AMQP_URL (host=%s, porta=%d)".formatted(fabrica.getHost(), fabrica.getPort()),
                    "o broker precisa estar vivo e alcançável", "inicie-o, corrija a variável, ou apague-a para usar o embutido");
        }
        return servidor;
    }

    @Override
    public ConnectionFactory fabrica() {
        var fabrica = new ConnectionFactory();
        try {
            fabrica.setUri(url);
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException e) {
            // A causa não segue junto: a mensagem dela traz o endereço, e nele a senha.
            throw new FalhaDeServico("CURSO_AMQP_URL foi recusada", "o endereço é amqp://usuario:senha@host:porta/vhost (a barra inicial do vhost se escreve %2f)",
                    "corrija a variável ou apague-a para usar o broker embutido");
        }
        // Com recuperação automática, uma declaração recusada derruba o canal e o cliente espera para sempre.
        fabrica.setAutomaticRecoveryEnabled(false);
        fabrica.setTopologyRecoveryEnabled(false);
        int prazo = (int) PRAZO.toMillis();
        fabrica.setConnectionTimeout(prazo);
        fabrica.setHandshakeTimeout(prazo);
        fabrica.setChannelRpcTimeout(prazo);
        fabrica.setShutdownTimeout(prazo);
        return fabrica;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public boolean vivo() {
        ConnectionFactory fabrica = fabrica();
        return !fechado && Rede.aceitaConexoes(fabrica.getHost(), fabrica.getPort());
    }

    @Override
    public Origem origem() {
        return origem;
    }

    @Override
    public void encerrar() {
        fechado = true;
        encerramento.run();
    }
}
