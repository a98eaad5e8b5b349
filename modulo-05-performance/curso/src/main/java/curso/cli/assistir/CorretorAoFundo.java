package curso.cli.assistir;

import curso.cli.exercicio.Correcao;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Corrige numa thread própria, um exercício por vez, e conta o que acontece como eventos.
///
/// Cancelar mata a JVM da correção na hora; a seguinte já começa a subir, para estar pronta quando a pessoa salvar.
final class CorretorAoFundo implements AutoCloseable {

    private final Contexto contexto;
    private final ServicosQuentes servicos;
    private final Consumer<Evento> eventos;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("correcao").factory());
    private Correcao correcao;
    private Map<String, String> enderecos = Map.of();
    private Future<?> emCurso;
    private long inicio;

    CorretorAoFundo(Contexto contexto, ServicosQuentes servicos, Consumer<Evento> eventos) {
        this.contexto = contexto;
        this.servicos = servicos;
        this.eventos = eventos;
    }

    void corrigir(Exercicio exercicio) {
        inicio = System.nanoTime();
        emCurso = executor.submit(() -> corrigirAgora(exercicio, System.nanoTime()));
    }

    boolean ocupado() {
        return emCurso != null && !emCurso.isDone();
    }

    long milisEmCurso() {
        return (System.nanoTime() - inicio) / 1_000_000;
    }

    void cancelar() {
        emCurso.cancel(true);
    }

    private void corrigirAgora(Exercicio exercicio, long desde) {
        try {
            var atual = correcaoPara(exercicio);
            var veredito = atual.corrigir(exercicio, teste -> eventos.accept(new Evento.TestouUm(exercicio, teste)));
            if (!Thread.currentThread().isInterrupted()) {
                eventos.accept(new Evento.Corrigiu(exercicio, veredito, (System.nanoTime() - desde) / 1_000_000));
            }
            atual.aquecer();
        } catch (RuntimeException e) {
            eventos.accept(new Evento.NaoCorrigiu(exercicio, e));
        }
    }

    private Correcao correcaoPara(Exercicio exercicio) {
        var precisos = servicos.enderecos(exercicio);
        if (correcao == null || !precisos.equals(enderecos)) {
            if (correcao != null) {
                correcao.close();
            }
            enderecos = precisos;
            correcao = new Correcao(contexto, precisos);
        }
        return correcao;
    }

    /// Fecha a JVM da correção, também a que está presa num laço do aluno.
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (correcao != null) {
            correcao.close();
        }
    }
}
