package rinha.credito.armazenamento;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
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
    private final ExecutorService thread;
    /// Só a thread do trabalhador a toca.
    private ConexaoSqlite conexao;

    TrabalhadorSqlite(String nome, OpcoesSqlite opcoes) {
        this.opcoes = opcoes;
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name(nome).factory());
    }

    /// Executa na thread da conexão e espera; quem chama já limitou quantos esperam.
    <T> T executar(Tarefa<T> tarefa) {
        // O SQLite cumpre o próprio prazo ao disputar a escrita; este é o da fila diante dele.
        var prazo = opcoes.prazo().multipliedBy(4);
        try {
            var futuro = thread.submit(() -> naThread(tarefa));
            return futuro.get(prazo.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FalhaDeArmazenamento falha ? falha : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new FalhaDeArmazenamento(Natureza.DESFECHO_DESCONHECIDO, "SQLite: a fila não andou em " + prazo, e);
        } catch (RejectedExecutionException e) {
            throw new FalhaDeArmazenamento(Natureza.INDISPONIVEL, "SQLite: o armazenamento já foi fechado", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FalhaDeArmazenamento(Natureza.DESFECHO_DESCONHECIDO, "SQLite: interrompido à espera da resposta", e);
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
        thread.execute(this::fecharConexao);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
