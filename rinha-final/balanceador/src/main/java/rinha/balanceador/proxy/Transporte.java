package rinha.balanceador.proxy;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/// Epoll nativo no Linux, NIO do JDK onde ele não existe.
public enum Transporte {
    EPOLL, NIO;

    public static Transporte daMaquina() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    public EventLoopGroup lacos(int quantos, String nome) {
        var threads = new DefaultThreadFactory(nome);
        return new MultiThreadIoEventLoopGroup(quantos, threads, this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    public Class<? extends ServerChannel> escuta() {
        return this == EPOLL ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    public Class<? extends Channel> conexao() {
        return this == EPOLL ? EpollSocketChannel.class : NioSocketChannel.class;
    }
}
