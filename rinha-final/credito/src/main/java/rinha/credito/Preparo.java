package rinha.credito;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.armazenamento.FalhaDeArmazenamento;
import rinha.credito.observacao.AvisoEspacado;

/// Leva o esquema à última versão por trás da porta já aberta: o banco pode subir depois da API.
final class Preparo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Preparo.class);
    private static final Duration ENTRE_TENTATIVAS = Duration.ofMillis(200);

    private final Armazenamento armazenamento;
    private final CompletableFuture<Void> fim = new CompletableFuture<>();
    private volatile boolean desistir;

    Preparo(Armazenamento armazenamento) {
        this.armazenamento = armazenamento;
    }

    void iniciar() {
        Thread.ofVirtual().name("preparo").start(() -> {
            try {
                migrar();
            } catch (RuntimeException | InterruptedException e) {
                fim.completeExceptionally(e);
            }
        });
    }

    private void migrar() throws InterruptedException {
        var aviso = new AvisoEspacado(Duration.ofSeconds(5));
        while (!desistir) {
            try {
                armazenamento.migrar();
                fim.complete(null);
                return;
            } catch (FalhaDeArmazenamento e) {
                if (aviso.agora()) {
                    LOG.warn("O banco ainda não aceita a migração; tentando até ele responder: {}", e.getMessage());
                }
                Thread.sleep(ENTRE_TENTATIVAS);
            }
        }
        fim.completeExceptionally(new IllegalStateException("A instância encerrou antes de o banco responder"));
    }

    boolean terminou() {
        return fim.isDone() && !fim.isCompletedExceptionally();
    }

    /// Volta quando o esquema está pronto; lança o que impediu.
    void esperar(Duration prazo) throws InterruptedException, TimeoutException {
        try {
            fim.get(prazo.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("O esquema do banco não pôde ser preparado", e.getCause());
        }
    }

    @Override
    public void close() {
        desistir = true;
    }
}
