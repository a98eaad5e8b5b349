package rinha.balanceador.proxy;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import rinha.balanceador.config.Chaveamento;
import rinha.balanceador.estrategia.Visitante;
import rinha.balanceador.pedido.Cabeca;

/// Quem pede, para a estratégia: o IP da conexão e a chave do pedido atual.
final class Identidade implements Visitante {
    private final Chaveamento chaveamento;
    private final String ip;
    private Cabeca atual;

    Identidade(Chaveamento chaveamento, Channel canal) {
        this.chaveamento = chaveamento;
        this.ip = canal.remoteAddress() instanceof InetSocketAddress endereco ? endereco.getAddress().getHostAddress() : "0.0.0.0";
    }

    void pede(Cabeca cabeca) {
        atual = cabeca;
    }

    @Override
    public String ip() {
        return ip;
    }

    @Override
    public CharSequence chave() {
        return switch (chaveamento) {
            case Chaveamento.Ip() -> ip;
            case Chaveamento.Caminho() -> atual.caminho();
            // Sem o cabeçalho, o IP: mandar todos os que não o têm a um servidor só o sobrecarregaria.
            case Chaveamento.Cabecalho(String nome) -> atual.valor(nome) instanceof CharSequence valor ? valor : ip;
        };
    }
}
