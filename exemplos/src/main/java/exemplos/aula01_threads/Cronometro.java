package exemplos.aula01_threads;

import curso.bancada.instrumentos.Acao;

/// Mede quanto uma ação demora, em milissegundos.
final class Cronometro {
    private Cronometro() {}

    static double milissegundos(Acao acao) throws Exception {
        long antes = System.nanoTime();
        acao.executar();
        return (System.nanoTime() - antes) / 1e6;
    }
}
