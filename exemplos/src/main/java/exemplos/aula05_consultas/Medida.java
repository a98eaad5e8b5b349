package exemplos.aula05_consultas;

import curso.bancada.instrumentos.Acao;
import curso.bancada.medicao.Estatistica;

/// O relógio dos experimentos desta aula: milissegundos, mediana de poucas repetições.
final class Medida {
    private Medida() {}

    static double milissegundos(Acao acao) throws Exception {
        long inicio = System.nanoTime();
        acao.executar();
        return (System.nanoTime() - inicio) / 1e6;
    }

    /// A mediana de `vezes` execuções, depois de uma que não conta.
    static double mediana(int vezes, Acao acao) throws Exception {
        acao.executar();
        var tempos = new double[vezes];
        for (int i = 0; i < vezes; i++) {
            tempos[i] = milissegundos(acao);
        }
        return Estatistica.mediana(tempos);
    }
}
