package rinha.carga.relatorio;

import java.util.List;

/// Pedaços de HTML. Todo texto que entra passa por [#texto]: amostras de erro trazem o que o servidor quis mandar.
public final class Html {

    private Html() {
    }

    public static String texto(String s) {
        StringBuilder r = new StringBuilder(s.length() + 16);
        s.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> r.append("&amp;");
                case '<' -> r.append("&lt;");
                case '>' -> r.append("&gt;");
                case '"' -> r.append("&quot;");
                case '\'' -> r.append("&#39;");
                default -> r.appendCodePoint(mostravel(c) ? c : 0xFFFD);
            }
        });
        return r.toString();
    }

    /// Meio caractere (um surrogate sem par) não se escreve em UTF-8: a página inteira se perderia por ele.
    private static boolean mostravel(int c) {
        boolean controle = c < ' ' && c != '\n' && c != '\t' || c == 0x7f;
        return !controle && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    /// Devolve uma tabela; a primeira coluna é o cabeçalho de cada linha. As células são texto, e são escapadas.
    public static String tabela(String titulo, List<String> colunas, List<List<String>> linhas) {
        return tabela("numerica", titulo, colunas, linhas);
    }

    /// Devolve uma tabela cujas células são frases, alinhadas à esquerda.
    public static String tabelaDeFrases(String titulo, List<String> colunas, List<List<String>> linhas) {
        return tabela("frases", titulo, colunas, linhas);
    }

    private static String tabela(String classe, String titulo, List<String> colunas, List<List<String>> linhas) {
        StringBuilder s = new StringBuilder("<div class=\"rolagem\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(texto(titulo)).append("\"><table class=\"").append(classe).append("\"><caption>").append(texto(titulo))
                .append("</caption><thead><tr>");
        colunas.forEach(c -> s.append("<th scope=\"col\">").append(texto(c)).append("</th>"));
        s.append("</tr></thead><tbody>");
        for (List<String> linha : linhas) {
            s.append("<tr><th scope=\"row\">").append(texto(linha.getFirst())).append("</th>");
            linha.stream().skip(1).forEach(c -> s.append("<td>").append(texto(c)).append("</td>"));
            s.append("</tr>\n");
        }
        return s.append("</tbody></table></div>").toString();
    }

    /// Devolve um bloco recolhido que a pessoa abre.
    public static String recolhido(String titulo, String conteudo) {
        return "<details><summary>" + texto(titulo) + "</summary>" + conteudo + "</details>";
    }
}
