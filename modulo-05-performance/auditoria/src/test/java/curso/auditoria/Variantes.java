package curso.auditoria;

import curso.bancada.catalogo.Armadilha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// O mesmo erro de uma armadilha escrito de outro jeito: cada subpasta dela traz um fonte que derruba os mesmos testes.
final class Variantes {

    private Variantes() {}

    static List<Armadilha> de(Armadilha armadilha) {
        Path classe = armadilha.fonte().getFileName();
        try (Stream<Path> filhos = Files.list(armadilha.fonte().getParent())) {
            return filhos.filter(Files::isDirectory).sorted()
                    .map(pasta -> new Armadilha(armadilha.exercicio(), armadilha.nome() + "/" + pasta.getFileName(),
                            armadilha.titulo(), armadilha.falha(), armadilha.explicacao(), pasta.resolve(classe)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("não foi possível ler as variantes da armadilha " + armadilha.nome(), e);
        }
    }

    /// As armadilhas, cada uma seguida das suas variantes.
    static List<Armadilha> comElas(List<Armadilha> armadilhas) {
        return armadilhas.stream().flatMap(a -> Stream.concat(Stream.of(a), de(a).stream())).toList();
    }
}
