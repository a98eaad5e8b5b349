package curso.cli.manutencao;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.correcao.Corretor;
import curso.bancada.correcao.Pedido;
import curso.bancada.correcao.Situacao;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ModeloDeAula: a aula nova nasce compilando e com vereditos certos")
class NovaAulaTest {

    @TempDir
    Path raiz;

    @BeforeEach
    void criar() throws IOException {
        for (var arquivo : new ModeloDeAula("07", "transacoes", "Transações").arquivos().entrySet()) {
            var destino = raiz.resolve(arquivo.getKey());
            Files.createDirectories(destino.getParent());
            Files.writeString(destino, arquivo.getValue());
        }
    }

    @Test
    @DisplayName("nenhuma marca do modelo sobra nos arquivos")
    void trocaTodasAsMarcas() throws IOException {
        try (var arquivos = Files.walk(raiz)) {
            assertThat(arquivos.filter(Files::isRegularFile)).isNotEmpty()
                    .allSatisfy(a -> assertThat(Files.readString(a)).doesNotContain("{{"));
        }
    }

    @Test
    @DisplayName("a partida fica a fazer, a solução passa e a armadilha cai onde declara")
    void temOsVereditosCertos() {
        var casa = new Casa(raiz);
        var aula = Catalogo.ler(casa).aula("07").orElseThrow();
        var ficha = aula.exercicios().getFirst();
        var armadilha = casa.armadilhas(ficha).getFirst();
        try (var corretor = new Corretor(Corretor.Opcoes.padrao())) {
            assertThat(corretor.corrigir(pedido(casa, casa.exercicio(aula, ficha))).situacao()).isEqualTo(Situacao.A_FAZER);
            assertThat(corretor.corrigir(pedido(casa, casa.solucao(aula, ficha))).situacao()).isEqualTo(Situacao.PASSOU);
            assertThat(corretor.corrigir(pedido(casa, armadilha.fonte())).falhas()).isEqualTo(armadilha.falha());
        }
    }

    @Test
    @DisplayName("o experimento do modelo compila sem avisos")
    void compilaOExperimento() throws IOException {
        var compilador = ToolProvider.getSystemJavaCompiler();
        var mensagens = new StringWriter();
        try (var arquivos = compilador.getStandardFileManager(null, null, null)) {
            var fonte = raiz.resolve("exemplos/src/main/java/exemplos/aula07_transacoes/SomaDePrecosExperimento.java");
            boolean certo = compilador.getTask(mensagens, arquivos, null,
                    List.of("-Xlint:all,-processing,-path", "-Werror", "-d", raiz.toString(), "-cp", System.getProperty("java.class.path")), null,
                    arquivos.getJavaFileObjects(fonte)).call();
            assertThat(certo).as(mensagens.toString()).isTrue();
        }
    }

    private static Pedido pedido(Casa casa, Path fonte) {
        var aula = Catalogo.ler(casa).aula("07").orElseThrow();
        return Pedido.de(casa, aula, aula.exercicios().getFirst(), fonte);
    }
}
