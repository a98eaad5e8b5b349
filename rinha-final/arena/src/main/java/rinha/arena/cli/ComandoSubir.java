package rinha.arena.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rinha.arena.Recusa;
import rinha.arena.sistema.SistemaNoAr;

/// Põe o sistema no ar e fica com ele até Ctrl-C.
@Command(name = "subir", description = "Põe o sistema no ar e fica até Ctrl-C.")
final class ComandoSubir implements Callable<Integer> {
    private static final int SEM_LEITOR = 1;

    @Mixin
    private Comuns comuns;

    @Mixin
    private DoSistema doSistema;

    private final Console console;

    ComandoSubir(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var sistema = Subida.fazer(doSistema.receita(), console)) {
            enderecos(sistema);
            return console.semLeitor() ? SEM_LEITOR : ateAlguemMorrer(sistema);
        }
    }

    private void enderecos(SistemaNoAr sistema) {
        console.linha();
        console.linha("  balanceador  " + console.destaque(sistema.url()));
        sistema.instancias().forEach(i -> console.linha("  %-11s  http://127.0.0.1:%d/metrics   %s".formatted(i.nome(), i.porta(), console.fraco("processo " + i.pid()))));
        sistema.postgres().ifPresent(p -> console.linha("  PostgreSQL   %s?user=%s&password=%s".formatted(p.url(), p.usuario(), p.senha())));
        console.linha();
        console.linha("Experimente, em outro terminal:");
        console.linha("  curl " + sistema.url() + "/clientes/1/extrato");
        console.linha("  ./curso rinha avaliar --url " + sistema.url());
        console.linha("  ./curso rinha maxima --url " + sistema.url());
        console.linha();
        console.linha("Ctrl-C derruba tudo.");
    }

    private int ateAlguemMorrer(SistemaNoAr sistema) throws InterruptedException {
        while (true) {
            try {
                throw Recusa.falhou(sistema.morte().get(1, TimeUnit.SECONDS), "O resto foi derrubado. Rode ./curso rinha subir de novo.");
            } catch (TimeoutException e) {
                // Todos vivos: é o que se quer.
            } catch (ExecutionException e) {
                throw new CompletionException(e);
            }
        }
    }
}
