package rinha.provas;

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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Confere as regras de dependência de uma peça: a do pacote da classe que herda desta, sem os testes dele.
///
/// Cada regra é posta à prova três vezes: o código a cumpre, ela recusa quem a viola, e só cita pacotes que existem.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProvaDeArquitetura {

    /// O ArchUnit descreve uma regra com cada pacote entre aspas: `reside in a package 'io.netty..'`.
    private static final Pattern PACOTE_CITADO = Pattern.compile("'([\\w.]+?)(\\.\\.)?'");

    private final String peca = getClass().getPackageName();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(peca);

    /// As regras da peça.
    protected abstract List<RegraDeArquitetura> regras();

    @ParameterizedTest(name = "{0}")
    @MethodSource("casos")
    @DisplayName("o código cumpre:")
    void cumpreARegra(String frase, RegraDeArquitetura regra) {
        regra.regra().check(classes);
    }

    /// Uma regra que não pode falhar não guarda nada: cada uma recebe, uma a uma, as dependências que proíbe.
    @ParameterizedTest(name = "{0}")
    @MethodSource("casos")
    @DisplayName("a regra recusa quem a viola:")
    void recusa_cadaDependenciaProibida(String frase, RegraDeArquitetura regra, @TempDir Path pasta) throws IOException {
        assertThat(regra.de()).isNotEmpty();
        assertThat(regra.para()).isNotEmpty();
        for (String de : regra.de()) {
            for (String para : regra.para()) {
                assertThat(regra.regra().evaluate(umaClasse(de, para, pasta)).getFailureReport().getDetails())
                        .as("A regra «%s» recusa que %s use %s", frase, de, para)
                        .anySatisfy(violacao -> assertThat(violacao).contains(de + ".De", para + ".Para"));
            }
        }
    }

    /// Um pacote renomeado deixaria a regra calada: ela continuaria a proibir o nome velho.
    @ParameterizedTest(name = "{0}")
    @MethodSource("casos")
    @DisplayName("a regra só cita pacotes que existem:")
    void soCitaPacotesQueExistem(String frase, RegraDeArquitetura regra) {
        List<String> citados = PACOTE_CITADO.matcher(regra.regra().getDescription()).results().map(r -> r.group(1)).toList();
        assertThat(citados).as("Pacotes que a regra «%s» cita", frase).isNotEmpty();
        assertThat(citados.stream().filter(pacote -> !existe(pacote)))
                .as("Pacotes que a regra «%s» cita e que não têm classes. Mudaram de nome? Corrija a regra", frase).isEmpty();
    }

    private List<Object[]> casos() {
        return regras().stream().map(regra -> new Object[] {regra.frase(), regra}).toList();
    }

    private boolean existe(String pacote) {
        return pacote.startsWith(peca) ? classes.containPackage(pacote) : !Locations.ofPackage(pacote).isEmpty();
    }

    /// Uma classe inventada no pacote `de`, com um campo de um tipo do pacote `para`.
    private static JavaClasses umaClasse(String de, String para, Path pasta) throws IOException {
        ClassFile.of().buildTo(pasta.resolve("De.class"), ClassDesc.of(de, "De"), c -> c.withField("campo", ClassDesc.of(para, "Para"), 0));
        return new ClassFileImporter().importPath(pasta);
    }
}
