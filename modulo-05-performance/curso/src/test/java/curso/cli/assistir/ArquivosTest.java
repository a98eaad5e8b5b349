package curso.cli.assistir;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Casa;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.terminal.Tela;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Arquivos: só o conteúdo diz se há o que corrigir")
class ArquivosTest {

    private static final String CODIGO = "final class MenorPreco {}";

    @TempDir
    Path raiz;

    private Path arquivo;
    private Escolha.Exercicio exercicio;
    private Arquivos arquivos;

    @BeforeEach
    void criar() throws IOException {
        var casa = new Casa(raiz);
        var ficha = new FichaDeExercicio("03.1", "MenorPreco", "Menor preço", 20);
        var aula = new Aula("03", "pool", "Pool", 30, List.of(), List.of(), List.of(), List.of(ficha), List.of(), List.of());
        exercicio = new Escolha.Exercicio(aula, ficha);
        arquivo = casa.exercicio(aula, ficha);
        Files.createDirectories(arquivo.getParent());
        Files.writeString(arquivo, CODIGO);
        arquivos = new Arquivos(new Contexto(casa, Tela.simples(System.out, System.err), Clock.systemUTC(), Map.of(),
                InputStream.nullInputStream(), raiz.resolve(".curso")), List.of(exercicio));
    }

    @Test
    @DisplayName("salvar o mesmo conteúdo, ou nenhum, não é mudança; outro conteúdo é")
    void mudou_quandoOConteudoEOutro() throws IOException {
        Files.writeString(arquivo, CODIGO);
        assertThat(arquivos.mudado(arquivo)).isEmpty();
        Files.writeString(arquivo, "");
        assertThat(arquivos.mudado(arquivo)).isEmpty();

        Files.writeString(arquivo, CODIGO + "\n");
        assertThat(arquivos.mudado(arquivo.getParent())).contains(exercicio);
    }

    @Test
    @DisplayName("o arquivo que faltava na última correção e voltou igual é mudança")
    void mudou_quandoOArquivoVoltou() throws IOException {
        Files.delete(arquivo);
        arquivos.marcarCorrigido(exercicio);
        assertThat(arquivos.mudado(arquivo)).isEmpty();

        Files.writeString(arquivo, CODIGO);
        assertThat(arquivos.mudado(arquivo)).contains(exercicio);
    }
}
