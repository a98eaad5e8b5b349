package rinha.credito.armazenamento;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;

/// Uma conexão e a única thread que a usa, de plataforma: o SQLite espera o disco em código nativo, e ali uma
/// thread virtual prenderia o processador das outras.
final class TrabalhadorSqlite implements AutoCloseable {
    interface Tarefa<T> {
        T executar(ConexaoSqlite conexao) throws SQLException;
    }

    private final OpcoesSqlite opcoes;
    private final ThreadPoolExecutor thread;
    /// Ninguém mais quer a resposta de uma leitura que passou do prazo; a de uma escrita, quem a repetir com o mesmo número quer.
    private final boolean desisteNoPrazo;
    /// Só a thread do trabalhador a toca; depois que ela acaba, quem a fecha.
    private ConexaoSqlite conexao;

    private TrabalhadorSqlite(String nome, OpcoesSqlite opcoes, int fila, boolean desisteNoPrazo) {
        this.opcoes = opcoes;
        this.desisteNoPrazo = desisteNoPrazo;
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(fila), Thread.ofPlatform().name(nome).factory());
    }

    /// Executa toda tarefa que aceitou, ainda que ninguém mais a espere; quem chama já limitou quantas esperam.
    static TrabalhadorSqlite escritor(String nome, OpcoesSqlite opcoes) {
        return new TrabalhadorSqlite(nome, opcoes, Integer.MAX_VALUE, false);
    }

    /// Esquece a tarefa que passou do prazo na fila, e recusa a que não cabe nela: com o disco parado, só as vivas esperam.
    static TrabalhadorSqlite leitor(String nome, OpcoesSqlite opcoes, int fila) {
        return new TrabalhadorSqlite(nome, opcoes, fila, true);
    }

    /// Executa na thread da conexão e espera.
    <T> T executar(Tarefa<T> tarefa) {
        // O SQLite cumpre o próprio prazo ao disputar a escrita; este é o da fila diante dele.
        var prazo = opcoes.prazo().multipliedBy(4);
        var futuro = enviar(tarefa);
        try {
            return futuro.get(prazo.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FalhaDeArmazenamento falha ? falha : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            desistir(futuro);
            throw new FalhaDeArmazenamento(Natureza.DESFECHO_DESCONHECIDO, "SQLite: a fila não andou em " + prazo, e);
        } catch (InterruptedException e) {
            desistir(futuro);
            Thread.currentThread().interrupt();
            throw new FalhaDeArmazenamento(Natureza.DESFECHO_DESCONHECIDO, "SQLite: interrompido à espera da resposta", e);
        }
    }

    private <T> FutureTask<T> enviar(Tarefa<T> tarefa) {
        var futuro = new FutureTask<T>(() -> naThread(tarefa));
        try {
            thread.execute(futuro);
            return futuro;
        } catch (RejectedExecutionException e) {
            String motivo = thread.isShutdown() ? "o armazenamento já foi fechado" : "a fila de leituras está cheia, com %d".formatted(thread.getQueue().size());
            throw new FalhaDeArmazenamento(Natureza.INDISPONIVEL, "SQLite: " + motivo, e);
        }
    }

    private void desistir(FutureTask<?> futuro) {
        if (desisteNoPrazo) {
            // Sem interromper: a que já começou acaba, e a que está na fila devolve o lugar.
            futuro.cancel(false);
            thread.remove(futuro);
        }
    }

    private <T> T naThread(Tarefa<T> tarefa) {
        try {
            if (conexao == null) {
                conexao = ConexaoSqlite.abrir(opcoes);
            }
            return tarefa.executar(conexao);
        } catch (SQLException e) {
            var falha = FalhasSqlite.traduzir(e);
            if (falha.natureza() == Natureza.INDISPONIVEL) {
                // Disco cheio, arquivo trocado, erro de leitura: recomeça de uma conexão nova na próxima vez.
                fecharConexao();
            }
            throw falha;
        }
    }

    private void fecharConexao() {
        var velha = conexao;
        conexao = null;
        try {
            if (velha != null) {
                velha.close();
            }
        } catch (SQLException e) {
            // Fechar uma conexão já quebrada pode falhar de novo; a causa está a caminho de quem pediu.
        }
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        thread.shutdown();
        try {
            if (thread.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
                fecharConexao();
            } else {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
