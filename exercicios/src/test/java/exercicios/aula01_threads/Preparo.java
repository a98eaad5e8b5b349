package exercicios.aula01_threads;

/// O que uma tarefa faz antes de chegar ao portão.
@FunctionalInterface
interface Preparo {
    void preparar() throws Exception;
}
