package curso.auditoria;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Ligações: todo link interno leva a algum lugar")
class LigacoesTest {

    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)[^)]*\\)|<img[^>]+src=\"([^\"]+)\"|srcset=\"([^\"]+)\"");
    private static final Pattern CERCA = Pattern.compile("(?ms)^```.*?^```\\s*$|`[^`\n]+`");
    private static final Set<String> FORA = Set.of("target", ".git", ".curso", "node_modules");

    static Stream<Path> documentos() throws IOException {
        Path raiz = CursoInteiro.CASA.raiz();
        try (Stream<Path> todos = Files.walk(raiz)) {
            List<Path> markdown = todos.filter(p -> p.toString().endsWith(".md"))
                    .map(raiz::relativize)
                    .filter(p -> Stream.iterate(p, q -> q != null, Path::getParent).noneMatch(q -> FORA.contains(q.getFileName().toString())))
                    .sorted().toList();
            assertThat(markdown).as("documentos Markdown do repositório").isNotEmpty();
            return markdown.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documentos")
    @DisplayName("links de")
    void linksExistem(Path documento) throws IOException {
        assertThat(quebrados(CursoInteiro.CASA.raiz().resolve(documento))).as("links quebrados em %s", documento).isEmpty();
    }

    static List<String> quebrados(Path arquivo) throws IOException {
        List<String> quebrados = new ArrayList<>();
        Matcher links = LINK.matcher(CERCA.matcher(Files.readString(arquivo)).replaceAll(""));
        while (links.find()) {
            String destino = Stream.of(links.group(1), links.group(2), links.group(3)).filter(g -> g != null).findFirst().orElseThrow();
            if (!destino.matches("(https?|mailto):.*") && !existe(arquivo, destino)) {
                quebrados.add(destino);
            }
        }
        return quebrados;
    }

    private static boolean existe(Path arquivo, String destino) throws IOException {
        String[] partes = destino.split("#", 2);
        Path alvo = partes[0].isEmpty() ? arquivo : arquivo.getParent().resolve(partes[0]).normalize();
        if (!Files.exists(alvo)) {
            return false;
        }
        return partes.length == 1 || !alvo.toString().endsWith(".md") || ancoras(alvo).contains(partes[1]);
    }

    /// As âncoras que o GitHub dá aos títulos: minúsculas, sem pontuação, espaços viram hífens.
    private static Set<String> ancoras(Path markdown) throws IOException {
        String semCercas = Pattern.compile("(?ms)^```.*?^```\\s*$").matcher(Files.readString(markdown)).replaceAll("");
        return semCercas.lines().filter(l -> l.matches("#{1,6} .*"))
                .map(l -> l.replaceFirst("#+ ", "").strip().toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
