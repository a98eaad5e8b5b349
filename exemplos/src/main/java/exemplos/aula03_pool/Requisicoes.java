package exemplos.aula03_pool;

import curso.bancada.medicao.Carga;
import curso.bancada.medicao.Latencias;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;

/// Clientes que fazem a mesma requisição sem parar, cada uma numa thread nova, como num servidor.
///
/// A thread nova importa: o HikariCP dá preferência à conexão que a mesma thread acabou de devolver, e um cliente que
/// repetisse na mesma thread passaria à frente de toda a fila.
///
/// @param pool     de onde vem a conexão
/// @param trabalho o que se faz com ela
record Requisicoes(DataSource pool, Trabalho trabalho) {

    /// O que uma requisição faz com a conexão que pegou.
    interface Trabalho {
        void fazer(Connection conexao) throws SQLException;
    }

    /// A carga e, das mesmas requisições, quanto cada uma esperou pela conexão.
    record Medida(Carga.Medida carga, Latencias espera) {
    }

    Medida medir(int clientes, Duration duracao) throws Exception {
        Carga.fechada(clientes, Duration.ZERO, duracao.dividedBy(4), () -> emThreadNova(new Latencias())).semErros();
        var espera = new Latencias();
        var carga = Carga.fechada(clientes, Duration.ZERO, duracao, () -> emThreadNova(espera)).semErros();
        return new Medida(carga, espera);
    }

    private void emThreadNova(Latencias espera) throws Exception {
        var tarefa = new FutureTask<Void>(() -> {
            requisitar(espera);
            return null;
        });
        Thread.startVirtualThread(tarefa);
        tarefa.get();
    }

    private void requisitar(Latencias espera) throws SQLException {
        long pediu = System.nanoTime();
        try (var conexao = pool.getConnection()) {
            espera.registrar(System.nanoTime() - pediu);
            trabalho.fazer(conexao);
        }
    }
}
