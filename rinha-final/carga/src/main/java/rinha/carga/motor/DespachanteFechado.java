package rinha.carga.motor;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import rinha.carga.Modelo;

/// Modelo fechado: cada conexão envia o pedido seguinte quando recebe a resposta, ou depois da pausa.
final class DespachanteFechado implements Despachante {

    /// Espera depois de uma conexão falha: sem ela, um servidor fora do ar seria martelado sem trégua.
    private static final long TREGUA = 100_000_000;

    private record Espera(Canal canal, long acorda) {
    }

    private final Modelo.Fechado modelo;
    private final long pausa;
    private final PriorityQueue<Espera> esperando;
    private final long fim;
    private long restam;

    /// @param fim instante em que a carga deixa de enviar
    DespachanteFechado(Modelo.Fechado modelo, long fim, Supplier<? extends Canal> novoCanal) {
        this.modelo = modelo;
        this.fim = fim;
        this.pausa = modelo.pausa().toNanos();
        this.restam = modelo.maximo() == 0 ? Long.MAX_VALUE : modelo.maximo();
        this.esperando = new PriorityQueue<>(modelo.conexoes(), Comparator.comparingLong(Espera::acorda));
        for (int i = 0; i < modelo.conexoes(); i++) {
            // Com pausa, os clientes começam espalhados por ela: juntos, fariam ondas que o público não faz.
            esperando.add(new Espera(novoCanal.get(), pausa * i / modelo.conexoes()));
        }
    }

    @Override
    public void despachar(long agora) {
        while (!esperando.isEmpty() && esperando.peek().acorda() <= agora && !terminou(agora)) {
            enviar(esperando.poll().canal(), agora);
        }
    }

    private void enviar(Canal c, long agora) {
        restam--;
        c.enviar(modelo.fonte().proximo(), agora, agora);
    }

    @Override
    public void liberada(Canal c, boolean falhou, long agora) {
        if (pausa == 0 && !falhou && !terminou(agora)) {
            enviar(c, agora);
        } else {
            esperando.add(new Espera(c, agora + (falhou ? Math.max(pausa, TREGUA) : pausa)));
        }
    }

    @Override
    public void fechouLivre(Canal c) {
        // Continua na espera; reabre quando for a sua vez.
    }

    @Override
    public long proximoInstante() {
        return esperando.isEmpty() ? NUNCA : esperando.peek().acorda();
    }

    @Override
    public void encerrar() {
        restam = 0;
    }

    @Override
    public boolean terminou(long agora) {
        return restam == 0 || agora >= fim;
    }
}
