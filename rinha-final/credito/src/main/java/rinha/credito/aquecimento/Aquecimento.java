package rinha.credito.aquecimento;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Tipo;
import rinha.credito.conta.Transacao;
import rinha.credito.escrita.Escrita;

/// Põe o caminho dos pedidos para trabalhar antes de `/ready`, para que o compilador da JVM gaste a CPU dele antes do primeiro cliente.
///
/// Não muda conta nenhuma: os POST levam um corpo que a regra recusa na última conferência, os GET só leem, e as transações
/// vão ao banco em nome de um cliente que não existe. Acaba quando o compilador sossega, ou no prazo. Uma falha encerra o
/// aquecimento e não impede a instância de ficar pronta: ela só começa fria.
public final class Aquecimento {
    private static final Logger LOG = LoggerFactory.getLogger(Aquecimento.class);
    /// Bastam para encher lotes sem que o aquecimento de uma instância tome o banco da outra.
    private static final int CONEXOES = 16;
    /// A mistura da Rinha tem um extrato a cada 34 pedidos; aqui há mais, para que o caminho dele também chegue ao C2.
    private static final int PEDIDOS_POR_EXTRATO = 8;
    /// Nenhum `{id}` de caminho vira este número: nenhum cliente o tem.
    private static final Transacao DE_NINGUEM = new Transacao(-1, Tipo.DEBITO, 1, "aquece");

    private final InetSocketAddress servidor;
    private final Escrita escrita;
    private final CompiladorQuieto compilador;
    private final LongAdder pedidos = new LongAdder();
    private volatile boolean parar;

    public Aquecimento(InetSocketAddress servidor, Escrita escrita, Duration prazo, LongSupplier compilacaoMs) {
        this.servidor = servidor;
        this.escrita = escrita;
        compilador = new CompiladorQuieto(prazo, compilacaoMs);
    }

    /// Volta quando a instância está quente, o prazo venceu ou alguém chamou [#parar()].
    public void rodar() throws InterruptedException {
        long inicio = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clientes = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < CONEXOES; i++) {
                clientes.add(CompletableFuture.runAsync(this::pedirSemParar, threads));
            }
            esperar(clientes);
            clientes.forEach(CompletableFuture::join);
            LOG.info("Aquecida em {} ms: {} pedidos a si mesma, {} ms de compilação", (System.nanoTime() - inicio) / 1_000_000, pedidos.sum(), compilador.gasto());
        } catch (CompletionException e) {
            LOG.warn("O aquecimento parou no meio; a instância começa fria: {}", e.getCause().toString());
        }
    }

    public void parar() {
        parar = true;
    }

    /// Ao sair, por qualquer caminho, os clientes param: fechar o executor espera por eles.
    private void esperar(List<CompletableFuture<Void>> clientes) throws InterruptedException {
        try {
            while (!parar && !compilador.sossegou() && clientes.stream().noneMatch(CompletableFuture::isDone)) {
                Thread.sleep(CompiladorQuieto.INTERVALO);
            }
        } finally {
            parar = true;
        }
    }

    private void pedirSemParar() {
        try (var conexao = new ConexaoPropria(servidor)) {
            for (int i = 0; !parar; i++) {
                conexao.exigir(i % PEDIDOS_POR_EXTRATO == 0 ? ConexaoPropria.EXTRATO : ConexaoPropria.TRANSACAO_RECUSADA);
                pedidos.increment();
                if (escrita.enviar(DE_NINGUEM) != Recusada.CLIENTE_DESCONHECIDO) {
                    throw new IOException("o armazenamento não respondeu como devia a uma transação de ninguém");
                }
            }
        } catch (IOException e) {
            parar = true;
            throw new CompletionException(e);
        }
    }
}
