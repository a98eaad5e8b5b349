package rinha.carga.relatorio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Monta uma página a partir de um modelo com lugares `{{nome}}`.
public final class Pagina {

    private static final DateTimeFormatter QUANDO =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy, HH:mm:ss", Locale.of("pt", "BR"));

    private static final Pattern LUGAR = Pattern.compile("\\{\\{(\\w+)}}");

    private Pagina() {
    }

    /// Preenche os lugares numa passada só: o texto de um erro que contenha «{{plano}}» sai como veio.
    public static String preencher(String modelo, Map<String, String> partes) {
        return LUGAR.matcher(modelo).replaceAll(lugar -> Matcher.quoteReplacement(partes.get(lugar.group(1))));
    }

    /// Devolve a página inteira: sem rede, sem script, clara ou escura como o leitor preferir, do telefone ao monitor.
    ///
    /// @param titulo     texto puro
    /// @param resumo     texto puro, debaixo do título
    /// @param cssProprio o que se soma ao estilo comum; vazio se nada
    /// @param corpo      o HTML do conteúdo
    public static String inteira(String titulo, String resumo, String cssProprio, String corpo) {
        return preencher(recurso(Pagina.class, "pagina.html"), Map.of("titulo", Html.texto(titulo), "resumo", Html.texto(resumo),
                "css", recurso(Pagina.class, "relatorio.css") + cssProprio, "corpo", corpo));
    }

    /// Lê um recurso de texto que está ao lado da classe.
    public static String recurso(Class<?> vizinha, String nome) {
        try (InputStream in = vizinha.getResourceAsStream(nome)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Escreve o instante por extenso, no fuso desta máquina.
    public static String quando(Instant instante) {
        return QUANDO.format(instante.atZone(ZoneId.systemDefault()));
    }
}
