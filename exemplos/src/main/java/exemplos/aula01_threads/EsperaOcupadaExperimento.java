package exemplos.aula01_threads;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Mede quanto processador uma thread gasta só para aguardar.
public final class EsperaOcupadaExperimento implements Experimento {
    private static final int PARES = 6;
    private static final long MENOR_GASTO_NS = 1_000;

    @Override
    public Ficha ficha() {
        return new Ficha("01", "espera-ocupada", "Quanto processador custa aguardar?",
                "De cada segundo de espera, quantos milissegundos de processador gasta uma thread que gira?", Duration.ofSeconds(4));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var espera = Duration.ofMillis(ambiente.curto() ? 50 : 200);
        ambiente.progresso("avisada e girando, em pares");
        var giro = Comparacao.emPares(ambiente.curto() ? 2 : PARES, () -> processador(JeitoDeAguardar.AVISADA, espera),
                () -> processador(JeitoDeAguardar.GIRANDO, espera));
        ambiente.progresso(JeitoDeAguardar.COCHILANDO.nome);
        double cochilando = processador(JeitoDeAguardar.COCHILANDO, espera.multipliedBy(5));
        var tabela = Tabela.de("Processador gasto por segundo de espera", "a thread aguarda", Coluna.de("processador (ms/s)", 2))
                .linha(JeitoDeAguardar.GIRANDO.nome, giro.medianaB())
                .linha(JeitoDeAguardar.COCHILANDO.nome, cochilando)
                .linha(JeitoDeAguardar.AVISADA.nome, giro.medianaA());
        return Resultado.de(ficha()).tabela(tabela.barras("processador (ms/s)"))
                .afirmar("girar gasta ao menos 50 vezes o processador de ser avisada", giro, 50)
                .respostaDoPalpite(giro.medianaB(), "ms")
                .nota("Numa máquina ocupada quem gira gasta menos, porque o sistema tira dela o núcleo; o desperdício é o mesmo.")
                .pronto();
    }

    /// Milissegundos de processador por segundo de espera, contados pelo sistema só para a thread que aguarda.
    private static double processador(JeitoDeAguardar jeito, Duration espera) throws Exception {
        var aviso = new CountDownLatch(1);
        var gasto = new FutureTask<>(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long antes = threads.getCurrentThreadCpuTime();
            jeito.aguardar(aviso);
            // Num sistema de relógio grosseiro o gasto some num tique, e uma razão não aceita zero.
            return Math.max(MENOR_GASTO_NS, threads.getCurrentThreadCpuTime() - antes) / 1e6;
        });
        Thread.ofPlatform().name("aguarda").start(gasto);
        Thread.sleep(espera);
        aviso.countDown();
        return gasto.get(10, TimeUnit.SECONDS) * 1_000 / espera.toMillis();
    }
}
