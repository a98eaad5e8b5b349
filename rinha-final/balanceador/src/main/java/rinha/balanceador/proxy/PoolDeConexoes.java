package rinha.balanceador.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import rinha.balanceador.pedido.Recusa;
import rinha.balanceador.servidor.Servidor;

/// As conexões de um laço com um servidor: guarda as livres, limita as abertas, enfileira quem espera. Só a thread do laço a usa.
final class PoolDeConexoes {
    private final Laco laco;
    private final Servidor servidor;
    private final Bootstrap abertura;
    /// A última devolvida é a primeira a sair: as que sobram envelhecem juntas e são fechadas.
    private final Deque<ConexaoDoServidor> livres = new ArrayDeque<>();
    private final Deque<Encaminhamento> fila = new ArrayDeque<>();
    private int abertas;
    private boolean fechado;

    PoolDeConexoes(Laco laco, Servidor servidor) {
        this.laco = laco;
        this.servidor = servidor;
        var prazos = laco.contexto.config().prazos();
        abertura = new Bootstrap().group(laco.eventos).channel(laco.contexto.transporte().conexao())
                .option(ChannelOption.TCP_NODELAY, true).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(prazos.conexao().toMillis()))
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel canal) {
                        new ConexaoDoServidor(PoolDeConexoes.this, canal).montar();
                    }
                });
    }

    /// Entrega uma conexão a `pedido`, agora ou depois, ou diz que não pôde.
    void pedir(Encaminhamento pedido) {
        var livre = livreEViva();
        if (livre != null) {
            pedido.conectado(livre, true);
        } else if (abertas < laco.contexto.config().limites().conexoesPorServidor()) {
            abrir(pedido);
        } else if (fila.size() < laco.contexto.config().limites().fila()) {
            fila.add(pedido);
        } else {
            pedido.recusar(Recusa.FILA_CHEIA);
        }
    }

    /// Quem esperava desistiu; falso se não estava na fila, e sim conectando.
    boolean desistir(Encaminhamento pedido) {
        return fila.remove(pedido);
    }

    void devolver(ConexaoDoServidor conexao) {
        if (fechado) {
            conexao.fechar();
            return;
        }
        var proximo = fila.poll();
        if (proximo != null) {
            proximo.conectado(conexao, true);
        } else {
            conexao.ociosaDesde(System.nanoTime());
            livres.push(conexao);
        }
    }

    /// Uma conexão fechou; quem está na fila pode abrir outra.
    void perdida(ConexaoDoServidor conexao) {
        livres.remove(conexao);
        vagou();
    }

    /// Fecha as livres: uma delas já estava morta, e as outras são da mesma idade.
    void esvaziar() {
        List.copyOf(livres).forEach(ConexaoDoServidor::fechar);
    }

    void conferirPrazos(long agora) {
        long ocioso = laco.contexto.config().prazos().ociosoDoServidor().toNanos();
        boolean fora = !servidor.saude().disponivel();
        while (!livres.isEmpty() && (fora || agora - livres.peekLast().ociosaDesde() >= ocioso)) {
            livres.removeLast().fechar();
        }
        if (fora && !fila.isEmpty()) {
            var esperavam = List.copyOf(fila);
            fila.clear();
            esperavam.forEach(Encaminhamento::servidorSaiu);
        }
    }

    void fechar() {
        fechado = true;
        esvaziar();
    }

    private void vagou() {
        abertas--;
        var proximo = fechado ? null : fila.poll();
        if (proximo != null) {
            abrir(proximo);
        }
    }

    private ConexaoDoServidor livreEViva() {
        ConexaoDoServidor livre;
        do {
            livre = livres.poll();
        } while (livre != null && !livre.viva());
        return livre;
    }

    private void abrir(Encaminhamento pedido) {
        var endereco = laco.contexto.enderecos().de(servidor.indice());
        if (endereco == null) {
            pedido.naoConectou();
            return;
        }
        abertas++;
        abertura.connect(endereco).addListener((ChannelFuture futuro) -> {
            if (!futuro.isSuccess()) {
                pedido.naoConectou();
                vagou();
            } else if (pedido.terminado()) {
                devolver(ConexaoDoServidor.de(futuro.channel()));
            } else {
                pedido.conectado(ConexaoDoServidor.de(futuro.channel()), false);
            }
        });
    }
}
