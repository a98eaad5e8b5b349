package rinha.balanceador.proxy;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import rinha.balanceador.servidor.Servidor;

/// Um laço de eventos e tudo o que é só dele: clientes, pools, memória de corpos. Só a thread do laço o toca, sem travas.
///
/// Um pedido entra e sai pelo mesmo laço: não há troca de thread entre o cliente e o servidor. Os prazos são conferidos
/// numa varredura, a cada [#VARREDURA_MS]: agendar e cancelar um relógio por pedido custaria mais que o pedido.
public final class Laco {
    static final int VARREDURA_MS = 20;

    final Contexto contexto;
    final EventLoop eventos;
    private final Set<ConexaoDoCliente> clientes = new HashSet<>();
    private final List<PoolDeConexoes> pools = new ArrayList<>();
    private ScheduledFuture<?> varredura;
    private long corposEmMemoria;
    private boolean encerrando;

    Laco(Contexto contexto, EventLoop eventos) {
        this.contexto = contexto;
        this.eventos = eventos;
        for (var servidor : contexto.grupo().todos()) {
            pools.add(new PoolDeConexoes(this, servidor));
        }
    }

    /// Um laço para cada laço de eventos do grupo.
    public static List<Laco> paraCada(EventLoopGroup grupo, Contexto contexto) {
        var lacos = new ArrayList<Laco>();
        grupo.forEach(eventos -> lacos.add(new Laco(contexto, (EventLoop) eventos)));
        lacos.forEach(Laco::iniciar);
        return lacos;
    }

    public EventLoop eventos() {
        return eventos;
    }

    /// Passa a atender uma conexão recém-aceita por este laço.
    public void atender(Channel canal) {
        new ConexaoDoCliente(this, canal).montar();
    }

    /// Quantos clientes estão conectados.
    public int clientes() {
        return clientes.size();
    }

    private void iniciar() {
        varredura = eventos.scheduleWithFixedDelay(this::varrer, VARREDURA_MS, VARREDURA_MS, TimeUnit.MILLISECONDS);
    }

    PoolDeConexoes pool(Servidor servidor) {
        return pools.get(servidor.indice());
    }

    void entrou(ConexaoDoCliente cliente) {
        clientes.add(cliente);
    }

    void saiu(ConexaoDoCliente cliente) {
        clientes.remove(cliente);
    }

    /// Falso, sem reservar nada, se não cabe.
    boolean reservarCorpo(long bytes) {
        if (corposEmMemoria + bytes > contexto.config().limites().corposEmMemoria()) {
            return false;
        }
        corposEmMemoria += bytes;
        return true;
    }

    void devolverCorpo(long bytes) {
        corposEmMemoria -= bytes;
    }

    boolean encerrando() {
        return encerrando;
    }

    /// A partir daqui cada resposta pede o fim da conexão.
    public void anunciarSaida() {
        encerrando = true;
    }

    /// Fecha as conexões sem pedido em curso e diz quantas ainda têm um.
    public int fecharOciosas() {
        List.copyOf(clientes).forEach(ConexaoDoCliente::fecharSeOciosa);
        return clientes.size();
    }

    /// Fecha o que sobrou.
    public void fechar() {
        varredura.cancel(false);
        List.copyOf(clientes).forEach(ConexaoDoCliente::fechar);
        pools.forEach(PoolDeConexoes::fechar);
    }

    private void varrer() {
        long agora = System.nanoTime();
        for (var cliente : List.copyOf(clientes)) {
            cliente.conferirPrazo(agora);
        }
        pools.forEach(pool -> pool.conferirPrazos(agora));
        contexto.grupo().todos().forEach(servidor -> servidor.saude().passarOTempo());
    }
}
