package rinha.carga.relatorio;

import java.util.ArrayList;
import java.util.List;
import rinha.carga.medida.Intervalo;

/// Junta intervalos vizinhos até caberem num gráfico, sem esconder o pior.
///
/// Contagens somam; latências ficam com a maior do grupo: a média de percentis não é percentil de nada.
final class Reducao {

    private Reducao() {
    }

    /// Devolve quantos intervalos vão em cada ponto.
    static int grupo(int maximo, List<Intervalo> intervalos) {
        return Math.ceilDiv(Math.max(1, intervalos.size()), maximo);
    }

    static List<Intervalo> ate(int maximo, List<Intervalo> intervalos) {
        int grupo = grupo(maximo, intervalos);
        if (grupo == 1) {
            return intervalos;
        }
        List<Intervalo> juntos = new ArrayList<>();
        for (int i = 0; i < intervalos.size(); i += grupo) {
            juntos.add(intervalos.subList(i, Math.min(intervalos.size(), i + grupo)).stream()
                    .reduce(Reducao::juntar).orElseThrow());
        }
        return juntos;
    }

    private static Intervalo juntar(Intervalo a, Intervalo b) {
        return new Intervalo(a.inicio(), b.fim(), a.aquecimento(), a.devidos() + b.devidos(),
                a.enviados() + b.enviados(), a.respondidos() + b.respondidos(), a.erros() + b.erros(),
                Math.max(a.p50Ms(), b.p50Ms()), Math.max(a.p99Ms(), b.p99Ms()), Math.max(a.p999Ms(), b.p999Ms()),
                Math.max(a.maxMs(), b.maxMs()), Math.max(a.ocupacao(), b.ocupacao()), Math.max(a.fila(), b.fila()),
                Math.max(a.atrasoMs(), b.atrasoMs()));
    }
}
