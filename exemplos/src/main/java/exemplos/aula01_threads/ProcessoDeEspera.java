package exemplos.aula01_threads;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/// A JVM filha que faz as esperas de um jeito só: o pico de memória e de threads dela é o daquele jeito.
final class ProcessoDeEspera {
    // Heap e coletor iguais em todas: sem isto, a JVM escolhe conforme a máquina, e a conta de memória muda.
    private static final List<String> OPCOES = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC");

    private ProcessoDeEspera() {}

    /// O que uma JVM viu enquanto esperava; a memória é `NaN` onde o sistema não a diz.
    record Retrato(double millis, int juntas, int threads, double memoriaMib) {}

    /// Faz as esperas numa JVM nova; zero esperas dá o retrato da JVM vazia.
    static Retrato medir(JeitoDeEsperar jeito, int quantas, Duration cada) throws IOException, InterruptedException {
        try (var processo = OutroProcesso.iniciar(ProcessoDeEspera.class, OPCOES, jeito, quantas, cada)) {
            var campos = processo.resposta().split(" ");
            return new Retrato(Double.parseDouble(campos[0]), Integer.parseInt(campos[1]), Integer.parseInt(campos[2]),
                    Double.parseDouble(campos[3]));
        }
    }

    static void main(String[] argumentos) throws Exception {
        var jeito = JeitoDeEsperar.valueOf(argumentos[0]);
        int quantas = Integer.parseInt(argumentos[1]);
        var cada = Duration.parse(argumentos[2]);
        var contagem = new ContagemDeEsperas();
        double millis = quantas == 0 ? 0 : Cronometro.milissegundos(() -> jeito.esperar(quantas, cada, contagem));
        int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        System.out.println(millis + " " + contagem.pico() + " " + threads + " " + MemoriaResidente.picoMib());
    }
}
