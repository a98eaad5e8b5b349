package rinha.carga;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Locations;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// As regras estão em [RegraDeArquitetura]. Este arquivo, fora os nomes, é igual em todas as peças da rinha: elas não têm
/// módulo em comum, e um só para isto custaria mais do que a cópia.
@DisplayName("Quem pode depender de quem, dentro da carga")
final class ArquiteturaTest {
    private static final String PECA = ArquiteturaTest.class.getPackageName();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PECA);

    /// O ArchUnit descreve uma regra com cada pacote entre aspas: `reside in a package 'io.netty..'`.
    private static final Pattern PACOTE_CITADO = Pattern.compile("'([\\w.]+?)(\\.\\.)?'");

    @ParameterizedTest(name = "{0}")
    @EnumSource(RegraDeArquitetura.class)
    @DisplayName("o código cumpre:")
    void cumpreARegra(RegraDeArquitetura regra) {
        regra.regra.check(CLASSES);
    }

    /// Uma regra que não pode falhar não guarda nada: cada uma recebe, uma a uma, as dependências que proíbe.
    @ParameterizedTest(name = "{0}")
    @EnumSource(RegraDeArquitetura.class)
    @DisplayName("a regra recusa quem a viola:")
    void recusa_cadaDependenciaProibida(RegraDeArquitetura regra, @TempDir Path pasta) throws IOException {
        assertThat(regra.de).isNotEmpty();
        assertThat(regra.para).isNotEmpty();
        for (String de : regra.de) {
            for (String para : regra.para) {
                assertThat(regra.regra.evaluate(umaClasse(de, para, pasta)).getFailureReport().getDetails())
                        .as("A regra «%s» recusa que %s use %s", regra, de, para)
                        .anySatisfy(violacao -> assertThat(violacao).contains(de + ".De", para + ".Para"));
            }
        }
    }

    /// Um pacote renomeado deixaria a regra calada: ela continuaria a proibir o nome velho.
    @ParameterizedTest(name = "{0}")
    @EnumSource(RegraDeArquitetura.class)
    @DisplayName("a regra só cita pacotes que existem:")
    void soCitaPacotesQueExistem(RegraDeArquitetura regra) {
        List<String> citados = pacotesCitadosPor(regra);
        assertThat(citados).as("Pacotes que a regra «%s» cita", regra).isNotEmpty();
        assertThat(citados.stream().filter(pacote -> !existe(pacote)))
                .as("Pacotes que a regra «%s» cita e que não têm classes. Mudaram de nome? Corrija a regra", regra).isEmpty();
    }

    private static List<String> pacotesCitadosPor(RegraDeArquitetura regra) {
        return PACOTE_CITADO.matcher(regra.regra.getDescription()).results().map(r -> r.group(1)).toList();
    }

    private static boolean existe(String pacote) {
        return pacote.startsWith(PECA) ? CLASSES.containPackage(pacote) : !Locations.ofPackage(pacote).isEmpty();
    }

    /// Uma classe inventada no pacote `de`, com um campo de um tipo do pacote `para`.
    private static JavaClasses umaClasse(String de, String para, Path pasta) throws IOException {
        ClassFile.of().buildTo(pasta.resolve("De.class"), ClassDesc.of(de, "De"), c -> c.withField("campo", ClassDesc.of(para, "Para"), 0));
        return new ClassFileImporter().importPath(pasta);
    }
}
