package curso.cli.lancador;

import java.util.List;

/// A construção não pode seguir: as linhas dizem por quê e o que fazer.
final class Desistencia extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Desistencia(String... linhas) {
        super(String.join(System.lineSeparator(), linhas));
    }

    Desistencia(List<String> linhas) {
        this(linhas.toArray(String[]::new));
    }
}
