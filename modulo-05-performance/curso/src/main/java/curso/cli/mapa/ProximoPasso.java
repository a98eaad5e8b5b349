package curso.cli.mapa;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.cli.progresso.Andamento;
import curso.cli.progresso.Progresso;
import java.util.Comparator;
import java.util.Optional;

/// O que fazer agora: o comando e por quê.
public record ProximoPasso(String comando, String porque) {

    /// Escolhe pela ordem: o exercício começado há menos tempo, o que falta na aula em que se está, a primeira aula que
    /// falta. Numa aula: o texto, um experimento, os exercícios.
    public static ProximoPasso de(Catalogo catalogo, Progresso progresso) {
        if (catalogo.aulas().isEmpty()) {
            return new ProximoPasso("./curso nova-aula 01 threads", "ainda não há aulas: crie a primeira");
        }
        return catalogo.exercicios().stream()
                .filter(e -> emAndamento(progresso.exercicio(e.numero())))
                .max(maisRecente(progresso))
                .map(ProximoPasso::exercicio)
                .or(() -> aulaEmCurso(catalogo, progresso).flatMap(aula -> daAula(aula, progresso)))
                .or(() -> catalogo.aulas().stream().flatMap(aula -> daAula(aula, progresso).stream()).findFirst())
                .orElseGet(() -> new ProximoPasso("./curso medir", "tudo resolvido: compare a sua máquina com a de referência"));
    }

    private static Optional<Aula> aulaEmCurso(Catalogo catalogo, Progresso progresso) {
        return catalogo.exercicios().stream().filter(e -> progresso.exercicio(e.numero()).ultimaEm() != null)
                .max(maisRecente(progresso)).flatMap(e -> catalogo.aula(e.aula()));
    }

    private static Comparator<FichaDeExercicio> maisRecente(Progresso progresso) {
        return Comparator.comparing(e -> progresso.exercicio(e.numero()).ultimaEm(), Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static Optional<ProximoPasso> daAula(Aula aula, Progresso progresso) {
        var porFazer = aula.exercicios().stream().filter(e -> !progresso.exercicio(e.numero()).passou()).findFirst();
        boolean lida = progresso.aulasLidas().containsKey(aula.numero());
        if (!lida && (porFazer.isPresent() || aula.exercicios().isEmpty())) {
            // Quem já resolve os exercícios da aula não precisa que lhe mandem ler o texto.
            boolean comecou = aula.exercicios().stream().anyMatch(e -> progresso.exercicio(e.numero()).comecou());
            return comecou ? porFazer.map(ProximoPasso::exercicio) : Optional.of(new ProximoPasso("./curso aula " + aula.numero(),
                    "%s (%d min de leitura)".formatted(aula.titulo(), aula.minutos())));
        }
        if (porFazer.isPresent() && !viuAlgumExperimento(aula, progresso)) {
            return Optional.of(new ProximoPasso("./curso exemplo " + aula.numero(), "ver medido o que a aula conta"));
        }
        return porFazer.map(ProximoPasso::exercicio);
    }

    private static ProximoPasso exercicio(FichaDeExercicio ficha) {
        return new ProximoPasso("./curso assistir " + ficha.numero(),
                "%s (%d min)".formatted(ficha.titulo(), ficha.minutos()));
    }

    private static boolean emAndamento(Andamento andamento) {
        return andamento.comecou() && !andamento.passou();
    }

    private static boolean viuAlgumExperimento(Aula aula, Progresso progresso) {
        return aula.experimentos().isEmpty() || progresso.palpites().keySet().stream()
                .anyMatch(nome -> nome.startsWith(aula.numero() + "/"));
    }
}
