package curso.bancada.servicos;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("encerra-servicos").unstarted(Guardiao::fecharTodos));
    }

    private final Comando comando;
    private final Process guardiao;
    private final CompletableFuture<Long> pid = new CompletableFuture<>();
    private final CompletableFuture<Integer> fim = new CompletableFuture<>();

    private Guardiao(Comando comando, Process guardiao) {
        this.comando = comando;
        this.guardiao = guardiao;
    }

    /// Inicia o comando; volta quando ele tem pid, sem esperar que esteja pronto.
    public static Guardiao iniciar(Comando comando) {
        return iniciar(comando, LancadorDeGuardiao.de(comando));
    }

    static Guardiao iniciar(Comando comando, ProcessBuilder lancador) {
        try {
            var guardiao = new Guardiao(comando, lancador.start());
            VIVOS.add(guardiao);
            // Thread de plataforma: ler de um cano prenderia a carregadora de uma thread virtual e apareceria nas medidas.
            Thread.ofPlatform().daemon().name("guardiao-" + guardiao.guardiao.pid()).start(guardiao::ouvir);
            guardiao.esperarPid();
            return guardiao;
        } catch (IOException e) {
            throw naoIniciou(comando, e);
        }
    }

    private void esperarPid() {
        try {
            pid.get(PRAZO_PARA_INICIAR.toMillis(), TimeUnit.MILLISECONDS);
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
        soltar(); // se o filho chegar a existir, o guardião o encerra
        VIVOS.remove(this);
    }

    private static FalhaDeServico naoIniciou(Comando comando, Exception e) {
        return new FalhaDeServico("O processo %s não iniciou: %s".formatted(comando.argumentos().getFirst(), e),
                "o executável precisa existir, a pasta dele precisa permitir execução e a thread não pode ser interrompida",
                "rode ./curso diagnostico", e);
    }

    /// O pid do processo filho, não o do guardião.
    public long pid() {
        return pid.join();
    }

    public boolean vivo() {
        return !fim.isDone();
    }

    /// O código de saída do filho, quando ele acaba (128 + sinal se um sinal o matou).
    public CompletableFuture<Integer> fim() {
        return fim.copy();
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
                    throw new IOException("o processo acabou com código %d: %s".formatted(fim.join(), saida().strip()));
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
        soltar();
        Duration prazo = comando.paciencia().plus(FOLGA_PARA_APAGAR);
        try {
            if (!guardiao.waitFor(prazo.toMillis(), TimeUnit.MILLISECONDS)) {
                guardiao.destroyForcibly();
                ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            // O guardião já recebeu o aviso e termina sozinho; só não esperamos para ver.
            Thread.currentThread().interrupt();
        }
        VIVOS.remove(this);
    }

    private void soltar() {
        try {
            guardiao.getOutputStream().close();
        } catch (IOException e) {
            // O guardião já se foi: o cano não tem mais leitor.
        }
    }

    private void ouvir() {
        try (BufferedReader linhas = guardiao.inputReader(StandardCharsets.UTF_8)) {
            String primeira = linhas.readLine();
            if (primeira == null) {
                throw new IOException("o guardião terminou sem iniciar o processo");
            }
            pid.complete(Long.parseLong(primeira.strip()));
            String ultima = linhas.readLine();
            fim.complete(ultima == null ? -1 : Integer.parseInt(ultima.substring("fim ".length()).strip()));
        } catch (IOException | RuntimeException e) {
            pid.completeExceptionally(e);
            fim.complete(-1);
        }
    }

    private static void fecharTodos() {
        VIVOS.forEach(Guardiao::soltar); // todos começam a encerrar ao mesmo tempo
        VIVOS.forEach(Guardiao::close);
    }
}
