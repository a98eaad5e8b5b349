package curso.cli.mapa;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.cli.progresso.Andamento;
import curso.cli.progresso.Progresso;
import java.util.Comparator;

/// O que fazer agora: o comando e por quê.
public record ProximoPasso(String comando, String porque) {

    /// Escolhe pela ordem: o exercício começado há menos tempo, a aula a ler, o experimento a ver, o exercício a fazer.
    public static ProximoPasso de(Catalogo catalogo, Progresso progresso) {
        if (catalogo.aulas().isEmpty()) {
            return new ProximoPasso("./curso nova-aula 01 threads", "ainda não há aulas: crie a primeira");
        }
        return catalogo.exercicios().stream()
                .filter(e -> emAndamento(progresso.exercicio(e.numero())))
                .max(Comparator.comparing((FichaDeExercicio e) -> progresso.exercicio(e.numero()).ultimaEm(),
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(ProximoPasso::exercicio)
                .orElseGet(() -> daPrimeiraAulaIncompleta(catalogo, progresso));
    }

    private static ProximoPasso daPrimeiraAulaIncompleta(Catalogo catalogo, Progresso progresso) {
        for (var aula : catalogo.aulas()) {
            if (!progresso.aulasLidas().containsKey(aula.numero()) && falta(aula, progresso)) {
                return new ProximoPasso("./curso aula " + aula.numero(),
                        "%s (%d min de leitura)".formatted(aula.titulo(), aula.minutos()));
            }
            if (falta(aula, progresso) && !viuAlgumExperimento(aula, progresso)) {
                return new ProximoPasso("./curso exemplo " + aula.numero(), "ver medido o que a aula conta");
            }
            for (var ficha : aula.exercicios()) {
                if (!progresso.exercicio(ficha.numero()).passou()) {
                    return exercicio(ficha);
                }
            }
        }
        return new ProximoPasso("./curso medir", "tudo resolvido: compare a sua máquina com a de referência");
    }

    private static ProximoPasso exercicio(FichaDeExercicio ficha) {
        return new ProximoPasso("./curso assistir " + ficha.numero(),
                "%s (%d min)".formatted(ficha.titulo(), ficha.minutos()));
    }

    private static boolean emAndamento(Andamento andamento) {
        return andamento.comecou() && !andamento.passou();
    }

    private static boolean falta(Aula aula, Progresso progresso) {
        return aula.exercicios().isEmpty() ? !progresso.aulasLidas().containsKey(aula.numero())
                : aula.exercicios().stream().anyMatch(e -> !progresso.exercicio(e.numero()).passou());
    }

    private static boolean viuAlgumExperimento(Aula aula, Progresso progresso) {
        return aula.experimentos().isEmpty() || progresso.palpites().keySet().stream()
                .anyMatch(nome -> nome.startsWith(aula.numero() + "/"));
    }
}
