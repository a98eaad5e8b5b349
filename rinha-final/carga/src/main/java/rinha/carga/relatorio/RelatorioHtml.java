package rinha.carga.relatorio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rinha.carga.medida.Resultado;

/// Escreve o resultado num só arquivo HTML: sem rede, sem script, claro ou escuro como o leitor preferir.
public final class RelatorioHtml {

    private static final DateTimeFormatter QUANDO =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy, HH:mm:ss", Locale.of("pt", "BR"));

    private static final Pattern LUGAR = Pattern.compile("\\{\\{(\\w+)}}");

    private RelatorioHtml() {
    }

    public static void escrever(Resultado r, Path arquivo) throws IOException {
        Files.writeString(arquivo, pagina(r));
    }

    static String pagina(Resultado r) {
        Graficos graficos = new Graficos(r);
        Secoes secoes = new Secoes(r);
        Map<String, String> partes = Map.ofEntries(
                Map.entry("css", recurso("relatorio.css")),
                Map.entry("titulo", Html.texto("Carga em " + r.plano().alvo().base())),
                Map.entry("resumo", Html.texto(Descricao.doModelo(r.plano()) + " · "
                        + QUANDO.format(r.comecou().atZone(ZoneId.systemDefault())))),
                Map.entry("veredito", secoes.veredito()),
                Map.entry("numeros", secoes.numeros()),
                Map.entry("graficos", graficos.latenciaNoTempo() + graficos.vazaoNoTempo() + graficos.curvaDePercentis()),
                Map.entry("rotas", secoes.rotas()),
                Map.entry("erros", secoes.erros()),
                Map.entry("gerador", secoes.gerador()),
                Map.entry("plano", secoes.plano()));
        // Uma passada só: o texto de um erro que contenha «{{plano}}» sai como veio.
        return LUGAR.matcher(recurso("relatorio.html"))
                .replaceAll(lugar -> Matcher.quoteReplacement(partes.get(lugar.group(1))));
    }

    private static String recurso(String nome) {
        try (InputStream in = RelatorioHtml.class.getResourceAsStream(nome)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
