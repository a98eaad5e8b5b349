package curso.cli.lancador;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Nenhuma máquina daqui executa o `curso.cmd`: o que se confere é o que costuma quebrar um .cmd, e se os dois lançadores concordam.
@DisplayName("curso.cmd: bem formado, e de acordo com o lançador dos outros sistemas")
class CursoCmdTest {

    private static final Path RAIZ = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ROTULO = Pattern.compile("(?m)^:(\\w+)");
    private static final Pattern SALTO = Pattern.compile("(?i)\\b(?:goto|call) :(\\w+)");

    private static String cmd() throws IOException {
        return Files.readString(RAIZ.resolve("curso.cmd"));
    }

    private static String sh(String arquivo) throws IOException {
        return Files.readString(Path.of("lancador", arquivo));
    }

    private static List<String> achados(Pattern padrao, String texto) {
        return padrao.matcher(texto).results().map((MatchResult r) -> r.group(1)).distinct().toList();
    }

    /// As fontes que um carimbo vigia, na última chamada de `mais_novo` com ele.
    private static List<String> vigiadas(String carimbo) throws IOException {
        var texto = sh("construcao.sh").replaceAll("\\\\\\n\\s*", "");
        var linhas = achados(Pattern.compile("mais_novo \"\\$oficina/" + carimbo + "\\.ok\" ([^|\\n]+)"), texto);
        return Arrays.asList(linhas.getLast().strip().split(" "));
    }

    @Test
    @DisplayName("todas as linhas terminam em CRLF, aqui e em quem clona")
    void terminaEmCrlf() throws IOException {
        assertThat(cmd().replace("\r\n", "")).as("o cmd perde rótulos num arquivo com LF").doesNotContain("\n", "\r");
        assertThat(RAIZ.resolve(".gitattributes")).content().contains("*.cmd text eol=crlf");
    }

    @Test
    @DisplayName("todo rótulo chamado existe, e todo rótulo é chamado")
    void rotulosExistem() throws IOException {
        assertThat(achados(SALTO, cmd())).isNotEmpty().containsExactlyInAnyOrderElementsOf(achados(ROTULO, cmd()));
    }

    @Test
    @DisplayName("nem a expansão tardia, que come o «!» dos caminhos, nem um caminho como argumento de call, que dobra o «^»")
    void naoEstragaCaminhos() throws IOException {
        assertThat(cmd()).contains("DisableDelayedExpansion").doesNotContainPattern("(?i)call :\\w+ +\\S");
    }

    @Test
    @DisplayName("chama o Construir deste pacote, e volta a construir com o código que o programa dá")
    void chamaOConstruir() throws IOException {
        var construir = achados(Pattern.compile("\"CONSTRUIR=%RAIZ%\\\\([^\"]+)\""), cmd()).getFirst();
        assertThat(RAIZ.resolve(construir.replace('\\', '/'))).isRegularFile();
        assertThat(cmd()).contains("\"%CODIGO%\"==\"" + EmDia.CONSTRUA + "\"");
    }

    @Test
    @DisplayName("a mesma versão mínima e a mesma instrução de instalar que o jdk.sh")
    void concordaSobreOJdk() throws IOException {
        var minima = achados(Pattern.compile("\\$maior\" -ge (\\d+)"), sh("jdk.sh"));
        assertThat(achados(Pattern.compile("%%m (?:EQU|GTR) (\\d+)"), cmd())).isEqualTo(minima);
        var winget = achados(Pattern.compile("(winget install \\S+)"), cmd());
        assertThat(winget).hasSize(1).isEqualTo(achados(Pattern.compile("(winget install \\S+)"), sh("jdk.sh")));
        assertThat(cmd()).contains("O curso precisa de um JDK 25 ou mais novo e não achou nenhum.");
        assertThat(sh("jdk.sh")).contains("O curso precisa de um JDK 25 ou mais novo e não achou nenhum.");
    }

    @Test
    @DisplayName("as mesmas opções da JVM que o construcao.sh")
    void concordaSobreAJvm() throws IOException {
        var doSh = achados(Pattern.compile("(?m)^opcoes_da_jvm='([^']+)'"), sh("construcao.sh")).getFirst();
        assertThat(Base.OPCOES).containsExactly(doSh.split(" "));
    }

    @Test
    @DisplayName("as mesmas fontes vigiadas que o construcao.sh; o treino da rinha é só dele")
    void concordaSobreAsFontes() throws IOException {
        assertThat(EmDia.DA_BASE).containsExactlyInAnyOrderElementsOf(vigiadas("base"));
        assertThat(EmDia.DOS_EXEMPLOS).containsExactlyInAnyOrderElementsOf(vigiadas("exemplos"));
        assertThat(Stream.concat(EmDia.DA_RINHA.stream(), Stream.of("rinha-final/infra/treinar", "rinha-final/infra/Treino.java")))
                .containsExactlyInAnyOrderElementsOf(vigiadas("rinha"));
        assertThat(String.join(" ", EmDia.MODULOS_DA_RINHA)).isEqualTo(achados(Pattern.compile("for modulo in ([\\w ]+);"), sh("construcao.sh")).getFirst());
    }

    @Test
    @DisplayName("a mesma preparação sem rede que o semrede.sh")
    void concordaSobreOSemRede() throws IOException {
        var doSh = sh("semrede.sh").replaceAll("\\\\\\n\\s*", "");
        assertThat(doSh).contains(String.join(" ", SemRede.RESOLVER));
        assertThat(doSh).contains("minutos_entre_tentativas=" + EmDia.MINUTOS_ENTRE_TENTATIVAS);
    }

    @Test
    @DisplayName("os mesmos comandos pedem as mesmas construções que no construcao.sh")
    void concordaSobreOsComandos() throws IOException {
        assertThat(sh("construcao.sh")).containsPattern("exemplo \\| benchmark \\| medir\\) exemplos_em_dia").containsPattern("rinha\\) rinha_em_dia");
        assertThat(Tarefa.pedidas(List.of("medir", "01"))).containsExactly(Tarefa.BASE, Tarefa.EXEMPLOS);
        assertThat(Tarefa.pedidas(List.of("--json", "rinha"))).containsExactly(Tarefa.BASE, Tarefa.RINHA);
        assertThat(Tarefa.pedidas(List.of("mapa"))).containsExactly(Tarefa.BASE);
        assertThat(Tarefa.pedidas(List.of("--ajuda"))).containsExactly(Tarefa.BASE);
        assertThat(Tarefa.pedidas(List.of())).containsExactly(Tarefa.BASE, Tarefa.EXEMPLOS, Tarefa.SEM_REDE);
    }
}
