package rinha.carga.motor;

/// Tempo da carga: nanossegundos desde o começo. Injetado para que os testes o movam.
@FunctionalInterface
interface Relogio {

    long agora();

    /// Devolve um relógio que começa a contar agora e não anda para trás.
    static Relogio desdeAgora() {
        long origem = System.nanoTime();
        return () -> System.nanoTime() - origem;
    }
}
