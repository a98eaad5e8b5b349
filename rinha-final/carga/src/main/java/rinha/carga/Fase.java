package rinha.carga;

import java.time.Duration;

/// Trecho de um perfil de chegadas: quantos pedidos chegam, e quando.
///
/// As contas são feitas na curva acumulada `N(t)`, os pedidos devidos até o instante `t`: o pedido de
/// número `n` chega em `N⁻¹(n)`. Assim a soma das fases é exata e uma rampa não acumula erro.
public sealed interface Fase {

    /// Devolve quantos pedidos a fase inteira deve; pode ser fracionário, e o resto passa à fase seguinte.
    double chegadas();

    /// Devolve o instante, em segundos desde o começo da fase, em que `n` pedidos eram devidos.
    double segundosAte(double n);

    Duration duracao();

    /// Taxa com que a fase começa, em pedidos por segundo; 0 na rajada.
    double taxaInicial();

    /// Taxa fixa, em pedidos por segundo.
    record Constante(double taxa, Duration duracao) implements Fase {
        public Constante {
            exigirTaxa(taxa);
            exigirDuracao(duracao);
        }

        @Override
        public double chegadas() {
            return taxa * segundos(duracao);
        }

        @Override
        public double segundosAte(double n) {
            return n / taxa;
        }

        @Override
        public double taxaInicial() {
            return taxa;
        }
    }

    /// Taxa que cresce ou cai em linha reta de `de` até `ate`.
    record Rampa(double de, double ate, Duration duracao) implements Fase {
        public Rampa {
            Exigir.que(de >= 0 && ate >= 0 && de + ate > 0 && Double.isFinite(de + ate),
                    "rampa de %s a %s por segundo: as taxas não são negativas e uma delas passa de zero", de, ate);
            exigirDuracao(duracao);
        }

        @Override
        public double chegadas() {
            return (de + ate) / 2 * segundos(duracao);
        }

        /// Resolve `de·t + k·t² = n` pela forma que não divide por `k`: vale também com `de == ate`.
        @Override
        public double segundosAte(double n) {
            if (n == 0) {
                return 0;
            }
            double k = (ate - de) / (2 * segundos(duracao));
            return 2 * n / (de + Math.sqrt(Math.max(0, de * de + 4 * k * n)));
        }

        @Override
        public double taxaInicial() {
            return de;
        }
    }

    /// Todos os pedidos no mesmo instante.
    record Rajada(int pedidos) implements Fase {
        public Rajada {
            Exigir.que(pedidos > 0, "rajada de %d pedidos: peça ao menos um", pedidos);
        }

        @Override
        public double chegadas() {
            return pedidos;
        }

        @Override
        public double segundosAte(double n) {
            return 0;
        }

        @Override
        public Duration duracao() {
            return Duration.ZERO;
        }

        @Override
        public double taxaInicial() {
            return 0;
        }
    }

    /// Nenhum pedido.
    record Silencio(Duration duracao) implements Fase {
        public Silencio {
            exigirDuracao(duracao);
        }

        @Override
        public double chegadas() {
            return 0;
        }

        @Override
        public double segundosAte(double n) {
            return 0;
        }

        @Override
        public double taxaInicial() {
            return 0;
        }
    }

    private static double segundos(Duration d) {
        return d.toNanos() / 1e9;
    }

    private static void exigirTaxa(double taxa) {
        Exigir.que(taxa > 0 && Double.isFinite(taxa), "taxa de %s por segundo: use um número positivo", taxa);
    }

    private static void exigirDuracao(Duration d) {
        Exigir.que(d.isPositive(), "fase de %s: a duração é positiva (a rajada não tem duração)", Duracoes.escrever(d));
    }
}
