package rinha.balanceador.estrategia;

import java.util.List;
import rinha.balanceador.servidor.Servidor;

/// Em proporção aos pesos, e sem rajadas: com 5, 1 e 1, a ordem é a a b a c a a, não a a a a a b c.
///
/// A cada escolha todos ganham o seu peso, o maior leva o pedido e paga a soma dos pesos (o método do nginx).
final class Ponderada implements Estrategia {
    private final long[] saldos;

    Ponderada(int servidores) {
        saldos = new long[servidores];
    }

    @Override
    public synchronized Servidor escolher(List<Servidor> candidatos, Visitante visitante) {
        Servidor melhor = null;
        long soma = 0;
        for (var candidato : candidatos) {
            saldos[candidato.indice()] += candidato.peso();
            soma += candidato.peso();
            if (melhor == null || saldos[candidato.indice()] > saldos[melhor.indice()]) {
                melhor = candidato;
            }
        }
        saldos[melhor.indice()] -= soma;
        melhor.entrar();
        return melhor;
    }
}
