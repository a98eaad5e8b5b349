package rinha.credito;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.aquecimento.Aquecimento;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.armazenamento.FalhaDeArmazenamento;
import rinha.credito.observacao.AvisoEspacado;

/// Leva o esquema à última versão e aquece a instância, por trás da porta já aberta: o banco pode subir depois da API.
final class Preparo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Preparo.class);
    private static final Duration ENTRE_TENTATIVAS = Duration.ofMillis(200);

    private final Armazenamento armazenamento;
    private final CompletableFuture<Void> fim = new CompletableFuture<>();
    private volatile Optional<Aquecimento> aquecimento = Optional.empty();
    private volatile boolean desistir;

    Preparo(Armazenamento armazenamento) {
        this.armazenamento = armazenamento;
    }

    /// O aquecimento só se conhece aqui: ele pede à porta que o servidor abriu.
    void iniciar(Optional<Aquecimento> depoisDoEsquema) {
        aquecimento = depoisDoEsquema;
        Thread.ofVirtual().name("preparo").start(() -> {
            try {
                migrar();
                aquecer();
                fim.complete(null);
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
                return;
            } catch (FalhaDeArmazenamento e) {
                if (aviso.agora()) {
                    LOG.warn("O banco ainda não aceita a migração; tentando até ele responder: {}", e.getMessage());
                }
                Thread.sleep(ENTRE_TENTATIVAS);
            }
        }
        throw new CancellationException("a instância encerrou antes de o banco responder");
    }

    private void aquecer() throws InterruptedException {
        if (aquecimento.isPresent()) {
            aquecimento.get().rodar();
        }
    }

    boolean terminou() {
        return fim.isDone() && !fim.isCompletedExceptionally();
    }

    /// Volta quando a instância está pronta; lança o que impediu, ou [CancellationException] se a encerraram antes.
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
        aquecimento.ifPresent(Aquecimento::parar);
    }
}
