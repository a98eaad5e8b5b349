package curso.cli.terminal;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntSupplier;

/// Onde o curso escreve, e o que se sabe desse lugar. A saída é dos comandos; o andamento e os avisos vão para `erros`.
///
/// @param saida      o que o comando responde
/// @param erros      andamento, avisos e falhas
/// @param terminal   se a saída é um terminal
/// @param interativa se além disso há um teclado do outro lado
/// @param colunas    quantas colunas há agora; a janela de quem assiste muda de tamanho
/// @param pincel     pinta, ou não
public record Tela(PrintStream saida, PrintStream erros, boolean terminal, boolean interativa, IntSupplier colunas,
                   Pincel pincel) {

    private static final int LARGURA_SEM_TERMINAL = 80;
    /// Prosa em linhas mais longas do que isto cansa; tabelas e código também cabem.
    private static final int LARGURA_MAXIMA = 100;
    private static final int LARGURA_MINIMA = 40;

    /// Monta a tela a partir do que o lançador contou (`-Dcurso.saida`, `-Dcurso.entrada`, `-Dcurso.colunas`) ou, sem
    /// lançador, do console da JVM.
    public static Tela desteProcesso(PrintStream saida, PrintStream erros, Map<String, String> ambiente) {
        // Um terminal «dumb» não apaga nem move o cursor: para desenhar, é como se não fosse um.
        boolean terminal = diz("curso.saida") && !"dumb".equals(ambiente.get("TERM"));
        boolean entrada = diz("curso.entrada");
        boolean cores = terminal && ambiente.getOrDefault("NO_COLOR", "").isEmpty();
        int colunas = numero(System.getProperty("curso.colunas"), numero(ambiente.get("COLUMNS"), LARGURA_SEM_TERMINAL));
        return new Tela(saida, erros, terminal, terminal && entrada, () -> colunas, new Pincel(cores));
    }

    /// Tela para quem lê um arquivo ou um cano: sem cores nem perguntas.
    public static Tela simples(PrintStream saida, PrintStream erros) {
        return new Tela(saida, erros, false, false, () -> LARGURA_SEM_TERMINAL, new Pincel(false));
    }

    /// A mesma tela, com as colunas contadas de outro jeito.
    public Tela comColunas(IntSupplier outras) {
        return new Tela(saida, erros, terminal, interativa, outras, pincel);
    }

    /// Colunas em que o texto cabe.
    public int largura() {
        return Math.clamp(colunas.getAsInt(), LARGURA_MINIMA, LARGURA_MAXIMA);
    }

    public void linha(String texto) {
        saida.println(texto);
    }

    public void linha() {
        saida.println();
    }

    /// Escreve um parágrafo recuado, quebrado na largura da tela.
    public void paragrafo(String recuo, String texto) {
        for (var linha : Texto.quebrar(texto, largura() - Texto.largura(recuo))) {
            saida.println(recuo + linha);
        }
    }

    /// Escreve um comando a digitar e por quê, ao lado ou, se não couber, embaixo.
    public void comando(String recuo, String comando, String porque) {
        int sobra = largura() - recuo.length() - Texto.largura(comando) - 3;
        if (porque.isEmpty() || Texto.largura(porque) <= sobra) {
            linha((recuo + pincel.destaque(comando) + "   " + porque).stripTrailing());
        } else {
            linha(recuo + pincel.destaque(comando));
            paragrafo(recuo, porque);
        }
    }

    /// Os erros podem ir para outro lugar que a saída; sem saber, só ganham cor quando ela também tem.
    public Pincel pincelDosErros() {
        return pincel;
    }

    public void aviso(String texto) {
        erros.println(texto);
    }

    private static boolean diz(String propriedade) {
        var dito = System.getProperty(propriedade);
        if (dito != null) {
            return dito.equals("sim");
        }
        return System.console() != null && System.console().isTerminal();
    }

    private static int numero(String texto, int senao) {
        return texto != null && texto.matches("[1-9]\\d{0,4}") ? Integer.parseInt(texto) : senao;
    }
}
