package curso.cli.lancador;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Constrói só o que mudou: `java Construir.java RAIZ [argumentos do curso]`. Sai com 2 quando não consegue.
final class Construir {

    private static final Duration PACIENCIA = Duration.ofMinutes(15);

    private final Oficina oficina;
    private final Andamento andamento = new Andamento();

    Construir(Oficina oficina) {
        this.oficina = oficina;
    }

    static void main(String... argumentos) throws InterruptedException {
        var doCurso = List.of(argumentos).subList(1, argumentos.length);
        try {
            new Construir(Oficina.de(Path.of(argumentos[0]))).construir(doCurso);
        } catch (Desistencia e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("Não consegui construir o curso: " + e);
            System.exit(2);
        }
    }

    /// Quem esperou pela trava confere de novo antes de construir.
    void construir(List<String> argumentos) throws IOException, InterruptedException {
        var emDia = new EmDia(oficina);
        try (var _ = Trava.obter(oficina, andamento, PACIENCIA)) {
            boolean preparando = Tarefa.pedidas(argumentos).contains(Tarefa.SEM_REDE);
            for (var tarefa : Tarefa.pedidas(argumentos)) {
                if (emDia.em(tarefa)) {
                    continue;
                }
                try {
                    construir(tarefa);
                } catch (Desistencia e) {
                    // Um exemplo que não compila não pode esconder o mapa: o aviso basta.
                    if (!preparando || tarefa != Tarefa.EXEMPLOS) {
                        throw e;
                    }
                    System.err.println(e.getMessage());
                }
            }
        }
    }

    private void construir(Tarefa tarefa) throws IOException, InterruptedException {
        switch (tarefa) {
            case BASE -> new Base(oficina, andamento).construir();
            case EXEMPLOS -> {
                oficina.comecar("exemplos");
                new Maven(oficina, andamento).executar("os exemplos", "exemplos", "", "compile");
                oficina.carimbar("exemplos");
            }
            case RINHA -> new Rinha(oficina, andamento).construir();
            case SEM_REDE -> new SemRede(oficina, andamento).completar();
        }
    }
}
