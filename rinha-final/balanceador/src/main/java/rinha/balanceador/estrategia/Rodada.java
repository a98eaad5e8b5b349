package rinha.balanceador.estrategia;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import rinha.balanceador.servidor.Servidor;

/// Um de cada vez, em ordem; não olha peso nem carga.
final class Rodada implements Estrategia {
    private final AtomicInteger vez = new AtomicInteger();

    @Override
    public Servidor escolher(List<Servidor> candidatos, Visitante visitante) {
        // floorMod: o contador dá a volta e fica negativo depois de 2^31 pedidos.
        var servidor = candidatos.get(Math.floorMod(vez.getAndIncrement(), candidatos.size()));
        servidor.entrar();
        return servidor;
    }
}
