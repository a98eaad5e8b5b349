package rinha.balanceador;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import rinha.balanceador.admin.Metricas;
import rinha.balanceador.admin.PortaDeAdministracao;
import rinha.balanceador.config.Config;
import rinha.balanceador.estrategia.Estrategia;
import rinha.balanceador.proxy.Contexto;
import rinha.balanceador.proxy.Laco;
import rinha.balanceador.proxy.Transporte;
import rinha.balanceador.saude.Enderecos;
import rinha.balanceador.saude.Sonda;
import rinha.balanceador.saude.Sondador;
import rinha.balanceador.servidor.Grupo;
import rinha.balanceador.servidor.Servidor;

/// O balanceador no ar: escuta, encaminha e sonda até [#close()], que termina o que foi aceito.
public final class Balanceador implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Balanceador.class.getName());

    private final Config config;
    private final Grupo grupo;
    private final Metricas metricas;
    private final EventLoopGroup grupoDeLacos;
    private final List<Laco> lacos;
    private final Channel escuta;
    private final Sondador sondador;
    private final PortaDeAdministracao administracao;
    private volatile boolean encerrando;

    private Balanceador(Config config, Transporte transporte) {
        this.config = config;
        var abertas = new AtomicInteger();
        grupo = new Grupo(config, System::nanoTime, (servidor, mudanca) -> aoMudar(servidor, mudanca.disponivel(), mudanca.motivo()));
        metricas = new Metricas(grupo.todos(), abertas);
        var enderecos = new Enderecos(config.destinos());
        var contexto = new Contexto(config, grupo, Estrategia.de(config.estrategia(), grupo.todos()), enderecos, metricas, transporte, abertas);
        grupoDeLacos = transporte.lacos(config.lacos(), "laco");
        lacos = Laco.paraCada(grupoDeLacos, contexto);
        var sonda = Sonda.de(enderecos, config.saude().caminho(), config.saude().prazo());
        sondador = new Sondador(sonda, grupo.todos(), config.saude().intervalo());
        try {
            escuta = escutar(transporte);
            administracao = new PortaDeAdministracao(new InetSocketAddress(config.escuta().adminEndereco(), config.escuta().adminPorta()),
                    metricas::texto, () -> !encerrando && !grupo.disponiveis().isEmpty());
        } catch (RuntimeException e) {
            // As threads dos laços já rodam, e manteriam o processo vivo sem nada a atender.
            grupoDeLacos.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw e;
        }
    }

    public static Balanceador iniciar(Config config) {
        return iniciar(config, Transporte.daMaquina());
    }

    static Balanceador iniciar(Config config, Transporte transporte) {
        var balanceador = new Balanceador(config, transporte);
        balanceador.sondador.iniciar();
        return balanceador;
    }

    private Channel escutar(Transporte transporte) {
        Map<EventLoop, Laco> porLaco = new IdentityHashMap<>();
        lacos.forEach(laco -> porLaco.put(laco.eventos(), laco));
        var aberta = new ServerBootstrap().group(grupoDeLacos).channel(transporte.escuta())
                .option(ChannelOption.SO_BACKLOG, 1024).option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel canal) {
                        porLaco.get(canal.eventLoop()).atender(canal);
                    }
                })
                .bind(config.escuta().endereco(), config.escuta().porta()).awaitUninterruptibly();
        if (!aberta.isSuccess()) {
            // O syncUninterruptibly lançaria uma exceção conferida, que quem chama não espera.
            throw new IllegalStateException("Não foi possível escutar em %s:%d. Confira se a porta está livre e se o endereço é desta máquina."
                    .formatted(config.escuta().endereco(), config.escuta().porta()), aberta.cause());
        }
        return aberta.channel();
    }

    public int porta() {
        return ((InetSocketAddress) escuta.localAddress()).getPort();
    }

    public int portaDeAdministracao() {
        return administracao.porta();
    }

    /// Os servidores, com os pedidos em curso e a saúde de cada um.
    public List<Servidor> servidores() {
        return grupo.todos();
    }

    /// Para de aceitar, termina o que está em curso e fecha tudo; espera no máximo o dreno mais o prazo de encerramento.
    @Override
    public synchronized void close() {
        if (encerrando) {
            return;
        }
        encerrando = true;
        Dreno.anunciar(lacos, escuta);
        int cortados = Dreno.drenar(lacos, config.prazos());
        if (cortados > 0) {
            // O java.util.logging se desliga num gancho de encerramento dele, ao lado deste: por ele o aviso se perderia.
            System.err.println("O prazo de encerramento venceu. Conexões cortadas com um pedido em curso: " + cortados);
        }
        sondador.close();
        administracao.close();
        grupoDeLacos.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
        metricas.close();
    }

    private void aoMudar(String servidor, boolean disponivel, String motivo) {
        metricas.mudou(servidor, disponivel);
        LOG.log(disponivel ? System.Logger.Level.INFO : System.Logger.Level.WARNING, "{0} {1}: {2}", servidor, disponivel ? "voltou" : "saiu", motivo);
    }
}
