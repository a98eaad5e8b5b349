package rinha.balanceador;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quem pode depender de quem, dentro do balanceador")
final class ArquiteturaTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("rinha.balanceador");

    @Test
    @DisplayName("O balanceador não importa a bancada do curso nem as outras peças da Rinha")
    void naoImportaVizinhos() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("curso..", "rinha.credito..", "rinha.carga..", "rinha.avaliador..", "rinha.pagamentos..").check(CLASSES);
    }

    @Test
    @DisplayName("Escolher e cuidar da saúde não dependem do motor de rede")
    void decisoesNaoConhecemNetty() {
        noClasses().that().resideInAnyPackage("rinha.balanceador.estrategia..", "rinha.balanceador.saude..", "rinha.balanceador.servidor..", "rinha.balanceador.config..")
                .should().dependOnClassesThat().resideInAnyPackage("io.netty..", "rinha.balanceador.proxy..", "rinha.balanceador.pedido..", "rinha.balanceador.admin..").check(CLASSES);
    }

    @Test
    @DisplayName("Ler e escrever pedidos não conhece conexões")
    void pedidoNaoConheceProxy() {
        noClasses().that().resideInAPackage("rinha.balanceador.pedido..").should().dependOnClassesThat()
                .resideInAnyPackage("rinha.balanceador.proxy..", "rinha.balanceador.estrategia..", "rinha.balanceador.saude..").check(CLASSES);
    }
}
