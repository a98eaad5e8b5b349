package exemplos.aula01_threads;

import exemplos.aula01_threads.Primos.Fatia;
import java.util.List;

/// A JVM filha que soma uma fatia e escreve o resultado.
final class FatiaEmProcesso {
    /// Um coletor que não cria threads, e pouca memória: a conta não aloca nada.
    static final List<String> OPCOES = List.of("-Xmx32m", "-XX:+UseSerialGC");

    private FatiaEmProcesso() {}

    static void main(String[] argumentos) {
        System.out.println(new Fatia(Long.parseLong(argumentos[0]), Long.parseLong(argumentos[1])).somar());
    }
}
