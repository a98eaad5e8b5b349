package rinha.carga;

import java.time.Duration;
import java.util.List;

/// De onde vem a pressão: de clientes que esperam a resposta, ou de um público que não espera.
public sealed interface Modelo {

    Duration duracao();

    /// Quantas conexões o modelo pode abrir ao mesmo tempo.
    int conexoes();

    /// Cada conexão pede de novo assim que recebe a resposta, ou depois de `pausa`.
    ///
    /// Quando o sistema engasga, os clientes param de pedir: meça vazão com ele, não latência.
    ///
    /// @param maximo para depois deste número de pedidos, mesmo antes da duração; 0 é sem limite
    record Fechado(int conexoes, Duration pausa, Duration duracao, long maximo, Fonte fonte) implements Modelo {
        public Fechado {
            exigirConexoes(conexoes);
            Exigir.que(!pausa.isNegative(), "pausa de %s: use zero ou mais", Duracoes.escrever(pausa));
            Exigir.que(duracao.isPositive(), "duração de %s: use um tempo positivo, como 30s", Duracoes.escrever(duracao));
            Exigir.que(maximo >= 0, "máximo de %d pedidos: use 0 para não limitar", maximo);
        }
    }

    /// Cada pedido tem hora marcada, que não depende das respostas; a latência conta dessa hora.
    ///
    /// @param conexoes teto de conexões; o pedido que não acha uma livre espera, e a espera conta
    record Aberto(int conexoes, Chegadas chegadas, List<Fluxo> fluxos) implements Modelo {
        public Aberto {
            exigirConexoes(conexoes);
            fluxos = List.copyOf(fluxos);
            Exigir.que(!fluxos.isEmpty(), "modelo aberto sem fluxos: dê ao menos um");
        }

        @Override
        public Duration duracao() {
            return fluxos.stream().map(f -> f.perfil().duracao()).max(Duration::compareTo).orElseThrow();
        }

        /// Devolve o modelo com cada fluxo precedido do aquecimento.
        public Aberto comAquecimento(Duration aquecimento) {
            return new Aberto(conexoes, chegadas, fluxos.stream()
                    .map(f -> new Fluxo(f.nome(), f.perfil().comAquecimento(aquecimento), f.fonte())).toList());
        }

        /// Devolve quantos pedidos as agendas devem, com chegadas regulares.
        public long totalDePedidos() {
            return fluxos.stream().mapToLong(f -> f.perfil().totalDePedidos()).sum();
        }
    }

    private static void exigirConexoes(int conexoes) {
        Exigir.que(conexoes > 0 && conexoes <= 20_000, "%d conexões: use de 1 a 20000", conexoes);
    }
}
