package rinha.carga.tela;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// O que se sabe do lugar onde a tela é escrita.
///
/// @param redesenha se dá para voltar o cursor e redesenhar; num arquivo ou cano, saem linhas
/// @param cores     se dá para pintar
/// @param largura   colunas
public record Terminal(boolean redesenha, boolean cores, int largura) {

    private static final int LARGURA = 80;

    /// Lê do processo: redesenha só num terminal que não seja `dumb`; `NO_COLOR` tira as cores.
    ///
    /// O lançador do curso conta com `-Dcurso.saida=sim` que a saída é um terminal.
    public static Terminal desteProcesso(Map<String, String> ambiente) {
        String dito = System.getProperty("curso.saida");
        boolean terminal = dito != null ? dito.equals("sim") : System.console() != null && System.console().isTerminal();
        boolean redesenha = terminal && !"dumb".equals(ambiente.get("TERM"));
        return new Terminal(redesenha, redesenha && ambiente.getOrDefault("NO_COLOR", "").isEmpty(),
                largura(ambiente.get("COLUMNS")));
    }

    /// Devolve a saída em UTF-8 num ambiente sem idioma (`LANG=C`): a JVM trocaria cada acento por «?».
    public static PrintStream comAcentos(PrintStream original) {
        boolean ascii = original.charset().equals(StandardCharsets.US_ASCII);
        return new PrintStream(original, true, ascii ? StandardCharsets.UTF_8 : original.charset());
    }

    private static int largura(String colunas) {
        return colunas != null && colunas.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(colunas) : LARGURA;
    }
}
