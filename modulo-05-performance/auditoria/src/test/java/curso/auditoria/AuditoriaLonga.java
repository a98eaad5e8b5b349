package curso.auditoria;

import curso.auditoria.CursoInteiro.Item;
import curso.bancada.catalogo.Armadilha;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Repete cada solução e cada armadilha, e registra todo veredito que não for o declarado.
///
/// Cada volta corrige tudo uma vez: interrompida no meio, a auditoria deixa voltas inteiras, não exercícios pela metade.
final class AuditoriaLonga {

    private static final Duration PRAZO = Duration.ofHours(3);

    private final OpcoesDaLonga opcoes;
    private final RegistroDaLonga registro;
    private final Queue<Prova> fila;

    private record Prova(Item item, String nome, Consumer<ExerciciosProvados> conferir) {}

    AuditoriaLonga(OpcoesDaLonga opcoes, String onde, Path resumo) {
        this.opcoes = opcoes;
        this.fila = new ConcurrentLinkedQueue<>(fila(opcoes));
        this.registro = new RegistroDaLonga(onde, fila.size(), resumo);
    }

    private static Queue<Prova> fila(OpcoesDaLonga opcoes) {
        List<Prova> volta = new ArrayList<>();
        for (Item item : opcoes.escolhidos(CursoInteiro.exercicios())) {
            volta.add(new Prova(item, "a solução", p -> p.solucaoPassa(item)));
            for (Armadilha armadilha : Variantes.comElas(CursoInteiro.CASA.armadilhas(item.ficha()))) {
                volta.add(new Prova(item, "a armadilha " + armadilha.nome(), p -> p.armadilhaFalhaComoDeclara(item, armadilha)));
            }
        }
        Queue<Prova> todas = new ArrayDeque<>();
        for (int vez = 0; vez < opcoes.repeticoes(); vez++) {
            todas.addAll(volta);
        }
        return todas;
    }

    /// Corrige tudo, um pedido por corretor de cada vez, e devolve as divergências.
    List<String> rodar(List<ExerciciosProvados> provas) throws Exception {
        try (var _ = new CargaDeFundo(opcoes.carga());
                ExecutorService executor = Executors.newFixedThreadPool(provas.size())) {
            List<Future<?>> partes = new ArrayList<>();
            for (ExerciciosProvados parte : provas) {
                partes.add(executor.submit(() -> {
                    esvaziar(parte);
                    return null;
                }));
            }
            for (Future<?> parte : partes) {
                parte.get(PRAZO.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        System.out.println(registro.resumo());
        return registro.divergencias();
    }

    private void esvaziar(ExerciciosProvados provas) throws IOException {
        for (Prova prova = fila.poll(); prova != null; prova = fila.poll()) {
            long inicio = System.nanoTime();
            Throwable divergencia = null;
            try {
                prova.conferir().accept(provas);
            } catch (AssertionError | RuntimeException e) {
                divergencia = e;
            }
            registro.anotar(prova.item().ficha().numero(), prova.nome(), Duration.ofNanos(System.nanoTime() - inicio), divergencia);
        }
    }
}
