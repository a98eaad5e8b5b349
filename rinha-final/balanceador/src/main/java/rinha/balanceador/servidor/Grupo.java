package rinha.balanceador.servidor;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import rinha.balanceador.config.Config;
import rinha.balanceador.saude.Saude;

/// Todos os servidores e, deles, os que podem receber pedidos agora.
public final class Grupo {
    private final List<Servidor> todos;
    /// Refeita só quando alguém sai ou volta: o caminho de cada pedido não filtra nem aloca.
    private volatile List<Servidor> disponiveis = List.of();

    public Grupo(Config config, LongSupplier nanos, Saude.Ouvinte ouvinte) {
        todos = IntStream.range(0, config.destinos().size()).mapToObj(i -> novo(i, config, nanos, ouvinte)).toList();
        atualizar();
    }

    public List<Servidor> todos() {
        return todos;
    }

    public List<Servidor> disponiveis() {
        return disponiveis;
    }

    private Servidor novo(int indice, Config config, LongSupplier nanos, Saude.Ouvinte ouvinte) {
        var destino = config.destinos().get(indice);
        return new Servidor(indice, destino, new Saude(config.saude(), nanos, mudanca -> {
            atualizar();
            ouvinte.mudou(destino.nome(), mudanca);
        }));
    }

    private synchronized void atualizar() {
        disponiveis = todos.stream().filter(s -> s.saude().disponivel()).toList();
    }
}
