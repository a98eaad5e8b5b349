package exemplos.aula01_threads;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// Mede quanto processador uma thread gasta só para aguardar.
public final class EsperaOcupadaExperimento implements Experimento {
    @Override
    public Ficha ficha() {
        return new Ficha("01", "espera-ocupada", "Quanto processador custa aguardar?",
                "De cada segundo de espera, quantos milissegundos de processador gasta uma thread que gira?", Duration.ofSeconds(4));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var espera = Duration.ofMillis(ambiente.curto() ? 100 : 1_000);
        Map<JeitoDeAguardar, Double> gasto = new EnumMap<>(JeitoDeAguardar.class);
        for (var jeito : JeitoDeAguardar.values()) {
            ambiente.progresso(jeito.nome);
            gasto.put(jeito, processador(jeito, espera));
        }
        var tabela = Tabela.de("Processador gasto por segundo de espera", "a thread aguarda", Coluna.de("processador (ms/s)", 2));
        for (var jeito : JeitoDeAguardar.values()) {
            tabela = tabela.linha(jeito.nome, gasto.get(jeito));
        }
        double girando = gasto.get(JeitoDeAguardar.GIRANDO);
        double avisada = gasto.get(JeitoDeAguardar.AVISADA);
        return Resultado.de(ficha()).tabela(tabela.barras("processador (ms/s)"))
                .afirmar("girar gasta ao menos 50 vezes o processador de ser avisada", girando >= 50 * avisada,
                        "%s contra %s ms por segundo".formatted(Numeros.comCasas(girando, 1), Numeros.comCasas(avisada, 2)))
                .respostaDoPalpite(girando, "ms")
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
            return (threads.getCurrentThreadCpuTime() - antes) / 1e6;
        });
        Thread.ofPlatform().name("aguarda").start(gasto);
        Thread.sleep(espera);
        aviso.countDown();
        return gasto.get(10, TimeUnit.SECONDS) * 1_000 / espera.toMillis();
    }
}
