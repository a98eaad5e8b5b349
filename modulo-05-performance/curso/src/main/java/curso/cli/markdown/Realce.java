package curso.cli.markdown;

import curso.cli.terminal.Estilo;
import curso.cli.terminal.Pincel;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pinta uma linha de código: comentário, literal, anotação e palavra-chave. O que não conhece fica como está.
final class Realce {

    private static final String LITERAIS = "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'";
    private static final Pattern JAVA = Pattern.compile("(?<comentario>//.*)|(?<literal>" + LITERAIS
            + ")|(?<anotacao>@\\w+)|(?<chave>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue"
            + "|default|do|double|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int"
            + "|interface|long|new|null|package|permits|private|protected|public|record|return|sealed|short|static"
            + "|super|switch|synchronized|this|throw|throws|true|false|try|var|void|volatile|when|while|yield)\\b)");
    private static final Pattern SQL = Pattern.compile("(?<comentario>--.*)|(?<literal>'(?:''|[^'])*')"
            + "|(?<chave>\\b(?i:select|from|where|join|left|inner|on|and|or|not|in|any|group|order|by|limit|offset"
            + "|insert|into|values|update|set|delete|create|index|table|include|primary|key|unique|explain|analyze"
            + "|begin|commit|rollback|returning|with|as|asc|desc|null|is|copy|distinct|count)\\b)(?<anotacao>(?!))?");
    private static final Pattern CONSOLE = Pattern.compile("(?<chave>^\\$ .*)|(?<comentario>^#.*)"
            + "(?<literal>(?!))?(?<anotacao>(?!))?");
    private static final Map<String, Pattern> LINGUAGENS =
            Map.of("java", JAVA, "sql", SQL, "console", CONSOLE, "sh", CONSOLE);
    private static final Map<String, Estilo> ESTILOS = Map.of("comentario", Estilo.FRACO, "literal",
            Estilo.TEXTO_LITERAL, "anotacao", Estilo.ANOTACAO, "chave", Estilo.PALAVRA_CHAVE);

    private Realce() {
    }

    static String pintar(String linha, String linguagem, Pincel pincel) {
        var padrao = LINGUAGENS.get(linguagem);
        if (padrao == null || !pincel.cores()) {
            return linha;
        }
        return padrao.matcher(linha).replaceAll(
                achado -> Matcher.quoteReplacement(pincel.pintar(achado.group(), estilo(achado))));
    }

    private static Estilo estilo(java.util.regex.MatchResult achado) {
        for (var grupo : ESTILOS.entrySet()) {
            if (achado.group(grupo.getKey()) != null) {
                return grupo.getValue();
            }
        }
        return Estilo.NORMAL;
    }
}
