package curso.bancada.servicos;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A conversa com o processo guardião: ele diz o pid do filho e depois o fim dele; nós só mantemos o cano aberto.
final class CanoDoGuardiao {
    private static final String FIM = "fim ";
    private static final int FIM_DESCONHECIDO = -1;

    private final Process guardiao;
    private final CompletableFuture<Long> pid = new CompletableFuture<>();
    private final CompletableFuture<Integer> fim = new CompletableFuture<>();

    CanoDoGuardiao(Process guardiao) {
        this.guardiao = guardiao;
        // Thread de plataforma: ler de um cano prenderia a carregadora de uma thread virtual e apareceria nas medidas.
        Thread.ofPlatform().daemon().name("guardiao-" + guardiao.pid()).start(this::ouvir);
    }

    CompletableFuture<Long> pid() {
        return pid;
    }

    CompletableFuture<Integer> fim() {
        return fim;
    }

    /// Fecha o cano: o guardião começa a encerrar o filho.
    void soltar() {
        try {
            guardiao.getOutputStream().close();
        } catch (IOException e) {
            // O guardião já se foi: o cano não tem mais leitor.
        }
    }

    /// Espera o guardião terminar, o que ele só faz com o filho morto e a pasta apagada; à força se o prazo vence.
    void esperarFim(Duration prazo) {
        try {
            if (!guardiao.waitFor(prazo.toMillis(), TimeUnit.MILLISECONDS)) {
                guardiao.destroyForcibly();
                ProcessHandle.of(pid.join()).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            // O guardião já recebeu o aviso e termina sozinho; só não esperamos para ver.
            Thread.currentThread().interrupt();
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
            fim.complete(ultima == null ? FIM_DESCONHECIDO : Integer.parseInt(ultima.substring(FIM.length()).strip()));
        } catch (IOException | RuntimeException e) {
            pid.completeExceptionally(e);
            fim.complete(FIM_DESCONHECIDO);
        }
    }
}
