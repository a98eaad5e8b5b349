package rinha.carga;

import java.util.random.RandomGenerator;

/// Como os pedidos se espaçam em torno da taxa pedida.
public enum Chegadas {

    /// Intervalos iguais, como na simulação oficial.
    REGULARES {
        @Override
        double passo(RandomGenerator sorteio) {
            return 1;
        }
    },

    /// Intervalos sorteados da exponencial: o público real, que não combina a hora de chegar.
    POISSON {
        @Override
        double passo(RandomGenerator sorteio) {
            return sorteio.nextExponential();
        }
    };

    /// Avanço na curva acumulada entre um pedido e o seguinte; em média 1.
    abstract double passo(RandomGenerator sorteio);
}
