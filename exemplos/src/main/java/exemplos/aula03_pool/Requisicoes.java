package exemplos.aula03_pool;

import curso.bancada.medicao.Carga;
import curso.bancada.medicao.Latencias;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;
import javax.sql.DataSource;

/// Clientes que fazem a mesma requisição sem parar, cada uma numa thread nova, como num servidor.
///
/// A thread nova importa: o HikariCP dá preferência à conexão que a mesma thread acabou de devolver, e um cliente que
/// repetisse na mesma thread passaria à frente de toda a fila.
///
/// @param pool     de onde vem a conexão
/// @param emUso    diz quantas conexões estão em uso agora, sem passar pelo relógio das requisições
/// @param trabalho o que se faz com ela
record Requisicoes(DataSource pool, IntSupplier emUso, Trabalho trabalho) {

    private static final Duration ENTRE_LEITURAS = Duration.ofMillis(1);

    /// O que uma requisição faz com a conexão que pegou.
    interface Trabalho {
        void fazer(Connection conexao) throws SQLException;
    }

    /// A carga e, das mesmas requisições, quanto cada uma esperou pela conexão e quanto ficou com ela.
    ///
    /// @param uso   de quando `getConnection()` volta até logo antes de `close()`
    /// @param emUso a média do que o pool disse durante a carga
    record Medida(Carga.Medida carga, Latencias espera, Latencias uso, double emUso) {

        /// As conexões em uso pela lei de Little: vazão × uso.
        double porLittle() {
            return carga.vazao() * uso.mediaMs() / 1e3;
        }
    }

    Medida medir(int clientes, Duration duracao) throws Exception {
        var descartadas = new Latencias();
        Carga.fechada(clientes, Duration.ZERO, duracao.dividedBy(4), () -> emThreadNova(descartadas, descartadas)).semErros();
        var espera = new Latencias();
        var uso = new Latencias();
        var leituras = new FutureTask<>(() -> mediaDasLeituras(duracao));
        Thread.ofPlatform().name("conexoes-em-uso").start(leituras);
        var carga = Carga.fechada(clientes, Duration.ZERO, duracao, () -> emThreadNova(espera, uso)).semErros();
        return new Medida(carga, espera, uso, leituras.get());
    }

    private double mediaDasLeituras(Duration durante) throws InterruptedException {
        long fim = System.nanoTime() + durante.toNanos();
        long soma = 0;
        int vezes = 0;
        while (vezes == 0 || System.nanoTime() - fim < 0) {
            Thread.sleep(ENTRE_LEITURAS);
            soma += emUso.getAsInt();
            vezes++;
        }
        return (double) soma / vezes;
    }

    private void emThreadNova(Latencias espera, Latencias uso) throws Exception {
        var tarefa = new FutureTask<Void>(() -> {
            requisitar(espera, uso);
            return null;
        });
        Thread.startVirtualThread(tarefa);
        tarefa.get();
    }

    private void requisitar(Latencias espera, Latencias uso) throws SQLException {
        long pediu = System.nanoTime();
        try (var conexao = pool.getConnection()) {
            long pegou = System.nanoTime();
            espera.registrar(pegou - pediu);
            trabalho.fazer(conexao);
            uso.registrar(System.nanoTime() - pegou);
        }
    }
}
