package curso.bancada.servicos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Um processo filho que não sobrevive a este: nem a `close()`, nem a Ctrl-C, nem a `kill -9`.
///
/// Entre nós e o filho fica um processo mínimo, o guardião. Sua entrada padrão é um cano que só nós mantemos aberto; o
/// sistema o fecha de qualquer modo que morramos. No fim do cano o guardião pede que o filho encerre, espera, mata, e apaga a pasta dele.
/// O guardião inicia o filho: não há instante em que o filho exista sem quem o encerre. Só o filho é encerrado: os filhos dele são com ele.
public final class Guardiao implements AutoCloseable {
    private static final Duration PRAZO_PARA_INICIAR = Duration.ofSeconds(20);
    private static final Duration FOLGA_PARA_APAGAR = Duration.ofSeconds(5);
    private static final long INTERVALO_MS = 2;
    private static final Set<Guardiao> VIVOS = ConcurrentHashMap.newKeySet();
    private static final Queue<Runnable> ANTES_DE_TODOS = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("encerra-servicos").unstarted(Guardiao::fecharTodos));
    }

    private final Comando comando;
    private final CanoDoGuardiao cano;

    private Guardiao(Comando comando, CanoDoGuardiao cano) {
        this.comando = comando;
        this.cano = cano;
    }

    /// Inicia o comando; volta quando ele tem pid, sem esperar que esteja pronto.
    public static Guardiao iniciar(Comando comando) {
        return iniciar(comando, LancadorDeGuardiao.de(comando));
    }

    static Guardiao iniciar(Comando comando, ProcessBuilder lancador) {
        try {
            var guardiao = new Guardiao(comando, new CanoDoGuardiao(lancador.start()));
            VIVOS.add(guardiao);
            guardiao.esperarPid();
            return guardiao;
        } catch (IOException e) {
            throw naoIniciou(comando, e);
        }
    }

    private void esperarPid() {
        try {
            cano.pid().get(PRAZO_PARA_INICIAR.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            abandonar();
            Thread.currentThread().interrupt();
            throw naoIniciou(comando, e);
        } catch (ExecutionException | TimeoutException e) {
            abandonar();
            throw naoIniciou(comando, e);
        }
    }

    private void abandonar() {
        cano.soltar(); // se o filho chegar a existir, o guardião o encerra
        VIVOS.remove(this);
    }

    private static FalhaDeServico naoIniciou(Comando comando, Exception e) {
        return new FalhaDeServico("O processo %s não iniciou: %s".formatted(comando.argumentos().getFirst(), e),
                "o executável precisa existir, a pasta dele precisa permitir execução e a thread não pode ser interrompida",
                "rode ./curso diagnostico", e);
    }

    /// O pid do processo filho, não o do guardião.
    public long pid() {
        return cano.pid().join();
    }

    public boolean vivo() {
        return !cano.fim().isDone();
    }

    /// O código de saída do filho, quando ele acaba (128 + sinal se um sinal o matou).
    public CompletableFuture<Integer> fim() {
        return cano.fim().copy();
    }

    static Set<Guardiao> vivos() {
        return Set.copyOf(VIVOS);
    }

    public Comando comando() {
        return comando;
    }

    /// Espera a condição valer; `IOException`, com o que o processo escreveu, se ele acaba antes ou o prazo vence.
    public void esperarPronto(Duration prazo, Pronto pronto) throws IOException {
        long limite = System.nanoTime() + prazo.toNanos();
        try {
            // Nessa ordem: a resposta de outro processo, numa porta que o nosso não conseguiu, não conta.
            while (!pronto.vale() || !vivo()) {
                if (!vivo()) {
                    throw new IOException("o processo acabou com código %d: %s".formatted(cano.fim().join(), saida().strip()));
                }
                if (System.nanoTime() - limite > 0) {
                    throw new IOException("o processo não ficou pronto em %d s: %s".formatted(prazo.toSeconds(), saida().strip()));
                }
                TimeUnit.MILLISECONDS.sleep(INTERVALO_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("a espera pelo processo foi interrompida", e);
        }
    }

    /// Diz se um processo já pode ser usado; é perguntado a cada poucos milissegundos.
    @FunctionalInterface
    public interface Pronto {
        boolean vale() throws IOException;
    }

    /// O que o processo escreveu até agora.
    public String saida() {
        try {
            return Files.exists(comando.saida()) ? new String(Files.readAllBytes(comando.saida()), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "(a saída não pôde ser lida: " + e.getMessage() + ")";
        }
    }

    /// Encerra o filho e espera que ele e a pasta sumam; fechar de novo não faz nada.
    @Override
    public void close() {
        cano.soltar();
        cano.esperarFim(comando.paciencia().plus(FOLGA_PARA_APAGAR));
        VIVOS.remove(this);
    }

    /// Faz o passo quando este processo termina, ainda com todos os filhos de pé. Depois dele os que restam são soltos juntos.
    ///
    /// Para quem tem filhos que dependem uns dos outros: um gancho próprio correria ao lado deste, e o banco cairia antes de quem o usa.
    public static void aoTerminar(Runnable passo) {
        ANTES_DE_TODOS.add(passo);
    }

    private static void fecharTodos() {
        ANTES_DE_TODOS.forEach(Guardiao::tentar);
        VIVOS.forEach(guardiao -> guardiao.cano.soltar()); // todos começam a encerrar ao mesmo tempo
        VIVOS.forEach(Guardiao::close);
    }

    /// A falha de um passo não pode deixar ninguém de pé.
    private static void tentar(Runnable passo) {
        try {
            passo.run();
        } catch (RuntimeException e) {
            System.err.println("Um passo do encerramento falhou: " + e);
        }
    }
}
