package rinha.balanceador.estrategia;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import rinha.balanceador.servidor.Servidor;

/// O que tem menos pedidos em curso para o seu peso; empates revezam.
///
/// Sem o revezamento, um sistema ocioso mandaria tudo ao primeiro da lista.
final class MenosConexoes implements Estrategia {
    private final AtomicInteger vez = new AtomicInteger();

    @Override
    public Servidor escolher(List<Servidor> candidatos, Visitante visitante) {
        int inicio = Math.floorMod(vez.getAndIncrement(), candidatos.size());
        while (true) {
            var melhor = candidatos.get(inicio);
            int vistos = melhor.emCurso();
            for (int i = 1; i < candidatos.size(); i++) {
                var outro = candidatos.get((inicio + i) % candidatos.size());
                int dele = outro.emCurso();
                if ((long) dele * melhor.peso() < (long) vistos * outro.peso()) {
                    melhor = outro;
                    vistos = dele;
                }
            }
            // Outro laço pode ter escolhido o mesmo entre a leitura e aqui: então se compara de novo.
            if (melhor.entrarSe(vistos)) {
                return melhor;
            }
        }
    }
}
