package exemplos.aula01_threads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Jeitos de consultar vários serviços lentos dentro de um prazo só.
enum JeitoDeConsultar {
    SEQUENCIAL("um por vez", JeitoDeConsultar::umPorVez),
    POOL_DE_4("pool de 4", JeitoDeConsultar::emPoolDe4),
    ABANDONA("assíncrono, abandona", JeitoDeConsultar::abandonando),
    ASSINCRONO("assíncrono, cancela", JeitoDeConsultar::cancelando),
    VIRTUAL("threads virtuais", JeitoDeConsultar::emThreadsVirtuais);

    final String nome;
    private final Consultor consultor;

    private interface Consultor {
        long consultar(HttpClient http, List<URI> enderecos, Duration prazo) throws Exception;
    }

    JeitoDeConsultar(String nome, Consultor consultor) {
        this.nome = nome;
        this.consultor = consultor;
    }

    /// Devolve quantos serviços responderam bem no prazo.
    long consultar(HttpClient http, List<URI> enderecos, Duration prazo) throws Exception {
        return consultor.consultar(http, enderecos, prazo);
    }

    private static long umPorVez(HttpClient http, List<URI> enderecos, Duration prazo) throws Exception {
        return ateOPrazo(Executors.newSingleThreadExecutor(), http, enderecos, prazo);
    }

    private static long emPoolDe4(HttpClient http, List<URI> enderecos, Duration prazo) throws Exception {
        return ateOPrazo(Executors.newFixedThreadPool(4), http, enderecos, prazo);
    }

    private static long emThreadsVirtuais(HttpClient http, List<URI> enderecos, Duration prazo)
            throws Exception {
        return ateOPrazo(Executors.newVirtualThreadPerTaskExecutor(), http, enderecos, prazo);
    }

    // @start region=leque
    private static long ateOPrazo(ExecutorService aberto, HttpClient http, List<URI> enderecos, Duration prazo)
            throws InterruptedException {
        List<Callable<Integer>> consultas = enderecos.stream()
                .<Callable<Integer>>map(endereco -> () -> consultar(http, endereco))
                .toList();
        try (ExecutorService executor = aberto) {
            return executor.invokeAll(consultas, prazo.toNanos(), TimeUnit.NANOSECONDS).stream()
                    .filter(consulta -> consulta.state() == Future.State.SUCCESS && consulta.resultNow() == 200)
                    .count();
        }
    }

    private static int consultar(HttpClient http, URI endereco) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(endereco).build(), BodyHandlers.discarding()).statusCode();
    }
    // @end region=leque

    // @start region=abandona
    private static long abandonando(HttpClient http, List<URI> enderecos, Duration prazo) {
        var consultas = enderecos.stream()
                .map(endereco -> pedir(http, endereco)
                        .thenApply(HttpResponse::statusCode)
                        .exceptionally(_ -> 0)
                        .completeOnTimeout(0, prazo.toNanos(), TimeUnit.NANOSECONDS))
                .toList();
        return consultas.stream().map(CompletableFuture::join).filter(codigo -> codigo == 200).count();
    }
    // @end region=abandona

    // @start region=cancela
    private static long cancelando(HttpClient http, List<URI> enderecos, Duration prazo) {
        var pedidos = enderecos.stream().map(endereco -> pedir(http, endereco)).toList();
        CompletableFuture.allOf(pedidos.toArray(CompletableFuture[]::new))
                .exceptionally(_ -> null)
                .completeOnTimeout(null, prazo.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        pedidos.forEach(pedido -> pedido.cancel(true));
        return pedidos.stream()
                .filter(pedido -> pedido.state() == Future.State.SUCCESS && pedido.resultNow().statusCode() == 200)
                .count();
    }
    // @end region=cancela

    private static CompletableFuture<HttpResponse<Void>> pedir(HttpClient http, URI endereco) {
        return http.sendAsync(HttpRequest.newBuilder(endereco).build(), BodyHandlers.discarding());
    }
}
