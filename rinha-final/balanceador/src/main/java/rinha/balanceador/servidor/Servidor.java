package rinha.balanceador.servidor;

import java.util.concurrent.atomic.AtomicInteger;
import rinha.balanceador.config.Destino;
import rinha.balanceador.saude.Saude;

/// Um servidor atendido: quem é, quantos pedidos tem em curso e se está bem. Pode ser usado por vários laços ao mesmo tempo.
public final class Servidor {
    private final int indice;
    private final Destino destino;
    private final Saude saude;
    private final AtomicInteger emCurso = new AtomicInteger();

    public Servidor(int indice, Destino destino, Saude saude) {
        this.indice = indice;
        this.destino = destino;
        this.saude = saude;
    }

    /// Conta mais um pedido em curso.
    public void entrar() {
        emCurso.incrementAndGet();
    }

    /// Conta mais um pedido só se ainda há `vistos` em curso: quem compara antes de escolher não é atropelado por outro laço.
    public boolean entrarSe(int vistos) {
        return emCurso.compareAndSet(vistos, vistos + 1);
    }

    public void sair() {
        emCurso.decrementAndGet();
    }

    public int emCurso() {
        return emCurso.get();
    }

    /// A posição na configuração, de 0 em diante.
    public int indice() {
        return indice;
    }

    public Destino destino() {
        return destino;
    }

    public String nome() {
        return destino.nome();
    }

    public int peso() {
        return destino.peso();
    }

    public Saude saude() {
        return saude;
    }

    @Override
    public String toString() {
        return nome();
    }
}
