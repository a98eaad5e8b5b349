package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariPoolMXBean;
import curso.bancada.medicao.Latencias;
import curso.bancada.medicao.Operacao;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Uma carga que não espera resposta para mandar a próxima requisição: cada chegada é uma thread virtual.
///
/// @param chegadas  quantas requisições chegam
/// @param intervalo entre uma chegada e a seguinte
/// @param paciencia quanto quem pediu espera antes de ir embora
/// @param pool      de onde se lê a fila
record CargaAberta(int chegadas, Duration intervalo, Duration paciencia, HikariPoolMXBean pool) {

    /// O que se viu: respondidas a tempo, respondidas tarde demais, recusadas, a maior fila e quanto cada um levou até saber.
    record Medida(int aTempo, int tarde, int recusadas, int maiorFila, Latencias ateSaber) {
    }

    /// O que acontece junto com a chegada de número `n`, de 0 em diante.
    interface AoChegar {
        void chegada(int n) throws SQLException;
    }

    Medida executar(AoChegar aoChegar, Operacao operacao) throws Exception {
        var aTempo = new AtomicInteger();
        var tarde = new AtomicInteger();
        var recusadas = new AtomicInteger();
        var ateSaber = new Latencias();
        int maiorFila = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futuros = new ArrayList<Future<?>>();
            long inicio = System.nanoTime();
            for (int n = 0; n < chegadas; n++) {
                esperarAte(inicio + n * intervalo.toNanos());
                aoChegar.chegada(n);
                // Do instante em que devia chegar, não de quando foi disparada: atraso do gerador também é espera.
                long chegou = inicio + n * intervalo.toNanos();
                futuros.add(executor.submit(() -> atender(operacao, chegou, aTempo, tarde, recusadas, ateSaber)));
                maiorFila = Math.max(maiorFila, pool.getThreadsAwaitingConnection());
            }
            for (var futuro : futuros) {
                futuro.get(40, TimeUnit.SECONDS);
            }
        }
        return new Medida(aTempo.get(), tarde.get(), recusadas.get(), maiorFila, ateSaber);
    }

    private Void atender(Operacao operacao, long chegou, AtomicInteger aTempo, AtomicInteger tarde, AtomicInteger recusadas,
                         Latencias ateSaber) throws Exception {
        boolean atendida = true;
        try {
            operacao.executar();
        } catch (SQLException e) {
            atendida = false;
        }
        long levou = System.nanoTime() - chegou;
        ateSaber.registrar(Math.max(0, levou));
        (!atendida ? recusadas : levou <= paciencia.toNanos() ? aTempo : tarde).incrementAndGet();
        return null;
    }

    private static void esperarAte(long instante) {
        for (long falta = instante - System.nanoTime(); falta > 0; falta = instante - System.nanoTime()) {
            LockSupport.parkNanos(falta);
        }
    }
}
