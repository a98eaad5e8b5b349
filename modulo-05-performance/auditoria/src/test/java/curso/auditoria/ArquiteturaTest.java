package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Arquitetura: quem pode depender de quem")
class ArquiteturaTest {

    /// Um módulo está no máximo a esta distância da raiz: `rinha-final/credito/pom.xml`.
    private static final int PROFUNDIDADE = 3;
    private static final List<Path> MODULOS = modulosComFontes();

    private static final Path SOLUCOES = CursoInteiro.CASA.raiz().resolve("solucoes");

    /// `exercicios` e `solucoes` têm classes de mesmo nome, e um grafo só guarda uma de cada nome: são dois grafos. O segundo só tem as
    /// soluções, porque as regras olham o nome de quem é usado, e não a classe.
    private static final JavaClasses SEM_SOLUCOES = classesDe(MODULOS.stream().filter(modulo -> !modulo.equals(SOLUCOES)));
    private static final JavaClasses SO_SOLUCOES = classesDe(Stream.of(SOLUCOES));

    @Test
    @DisplayName("as classes de todos os módulos foram lidas")
    void leuTodosOsModulos() {
        assertThat(MODULOS).isNotEmpty().allSatisfy(modulo -> assertThat(lido(modulo))
                .as("há classes compiladas de %s (rode ./mvnw verify a partir da raiz)", modulo).isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(RegraDeArquitetura.class)
    @DisplayName("regra:")
    void cumpreARegra(RegraDeArquitetura regra) {
        regra.regra().check(SEM_SOLUCOES);
        regra.regra().allowEmptyShould(true).check(SO_SOLUCOES);
    }

    private static List<Path> modulosComFontes() {
        try (Stream<Path> poms = Files.find(CursoInteiro.CASA.raiz(), PROFUNDIDADE, (p, a) -> p.endsWith("pom.xml"))) {
            return poms.map(Path::getParent).filter(m -> Files.isDirectory(m.resolve("src/main/java"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("não foi possível procurar os módulos em " + CursoInteiro.CASA.raiz(), e);
        }
    }

    private static JavaClasses classesDe(Stream<Path> modulos) {
        return new ClassFileImporter().importPaths(modulos.map(ArquiteturaTest::classes).filter(Files::isDirectory).toList());
    }

    private static boolean lido(Path modulo) {
        return Stream.of(SEM_SOLUCOES, SO_SOLUCOES).flatMap(JavaClasses::stream)
                .anyMatch(c -> Path.of(c.getSource().orElseThrow().getUri()).startsWith(classes(modulo)));
    }

    private static Path classes(Path modulo) {
        return modulo.resolve("target/classes");
    }
}
