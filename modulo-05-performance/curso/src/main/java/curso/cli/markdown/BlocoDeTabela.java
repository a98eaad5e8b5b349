package curso.cli.markdown;

import curso.cli.terminal.Estilo;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Texto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/// Desenha uma tabela alinhada; quando não cabe, estreita as colunas mais largas e quebra as células delas.
final class BlocoDeTabela {

    private static final String ENTRE = "  ";
    private static final int COLUNA_MINIMA = 6;

    private final EmLinha emLinha;
    private final Pincel pincel;

    BlocoDeTabela(EmLinha emLinha, Pincel pincel) {
        this.emLinha = emLinha;
        this.pincel = pincel;
    }

    List<String> linhas(TableBlock tabela, int largura) {
        var fileiras = new ArrayList<TableRow>();
        colher(tabela, fileiras);
        var colunas = larguras(fileiras, largura);
        var linhas = new ArrayList<String>();
        for (var fileira : fileiras) {
            linhas.addAll(fileira(fileira, colunas));
            if (fileira.getParent() instanceof TableHead) {
                linhas.add(pincel.fraco(regua(colunas)));
            }
        }
        return linhas;
    }

    private static void colher(Node no, List<TableRow> fileiras) {
        for (var filho = no.getFirstChild(); filho != null; filho = filho.getNext()) {
            if (filho instanceof TableRow fileira) {
                fileiras.add(fileira);
            } else {
                colher(filho, fileiras);
            }
        }
    }

    private int[] larguras(List<TableRow> fileiras, int largura) {
        var colunas = new int[fileiras.stream().mapToInt(f -> celulas(f).size()).max().orElse(0)];
        for (var fileira : fileiras) {
            int i = 0;
            for (var celula : celulas(fileira)) {
                colunas[i] = Math.max(colunas[i], Texto.largura(linhasDe(celula, Integer.MAX_VALUE).getFirst()));
                i++;
            }
        }
        int disponivel = largura - ENTRE.length() * Math.max(0, colunas.length - 1);
        // Uma palavra mais larga do que a coluna dela empurraria as outras: só se estreita até aí, enquanto for possível.
        estreitar(colunas, palavras(fileiras, colunas.length), disponivel);
        estreitar(colunas, new int[colunas.length], disponivel);
        return colunas;
    }

    private static void estreitar(int[] colunas, int[] minimas, int disponivel) {
        while (Arrays.stream(colunas).sum() > disponivel) {
            int maior = maisLarga(colunas, minimas);
            if (maior < 0) {
                return;
            }
            colunas[maior]--;
        }
    }

    /// A mais larga das que ainda podem encolher; -1 se nenhuma pode.
    private static int maisLarga(int[] colunas, int[] minimas) {
        int maior = -1;
        for (int i = 0; i < colunas.length; i++) {
            boolean pode = colunas[i] > Math.max(COLUNA_MINIMA, minimas[i]);
            if (pode && (maior < 0 || colunas[i] > colunas[maior])) {
                maior = i;
            }
        }
        return maior;
    }

    /// A palavra mais larga de cada coluna.
    private int[] palavras(List<TableRow> fileiras, int quantas) {
        var larguras = new int[quantas];
        for (var fileira : fileiras) {
            int i = 0;
            for (var celula : celulas(fileira)) {
                larguras[i] = Math.max(larguras[i], linhasDe(celula, 1).stream().mapToInt(Texto::largura).max().orElse(0));
                i++;
            }
        }
        return larguras;
    }

    private List<String> fileira(TableRow fileira, int[] colunas) {
        var celulas = celulas(fileira);
        var blocos = new ArrayList<List<String>>();
        for (int i = 0; i < celulas.size(); i++) {
            blocos.add(linhasDe(celulas.get(i), colunas[i]));
        }
        var linhas = new ArrayList<String>();
        int altura = blocos.stream().mapToInt(List::size).max().orElse(0);
        for (int l = 0; l < altura; l++) {
            var linha = new StringBuilder();
            for (int c = 0; c < celulas.size(); c++) {
                var texto = l < blocos.get(c).size() ? blocos.get(c).get(l) : "";
                linha.append(c == 0 ? "" : ENTRE).append(alinhar(texto, colunas[c], celulas.get(c).getAlignment()));
            }
            linhas.add(linha.toString().stripTrailing());
        }
        return linhas;
    }

    private List<String> linhasDe(TableCell celula, int largura) {
        var estilo = celula.isHeader() ? Estilo.NEGRITO : Estilo.NORMAL;
        var linhas = Trecho.quebrar(emLinha.trechos(celula, estilo), largura, pincel);
        return linhas.isEmpty() ? List.of("") : linhas;
    }

    private static String alinhar(String texto, int colunas, TableCell.Alignment alinhamento) {
        return switch (alinhamento) {
            case RIGHT -> Texto.aDireita(texto, colunas);
            case CENTER -> Texto.aEsquerda(" ".repeat(Math.max(0, (colunas - Texto.largura(texto)) / 2)) + texto, colunas);
            case null, default -> Texto.aEsquerda(texto, colunas);
        };
    }

    private static List<TableCell> celulas(TableRow fileira) {
        var celulas = new ArrayList<TableCell>();
        for (var no = fileira.getFirstChild(); no != null; no = no.getNext()) {
            celulas.add((TableCell) no);
        }
        return celulas;
    }

    private static String regua(int[] colunas) {
        return String.join(ENTRE, Arrays.stream(colunas).mapToObj("─"::repeat).toList());
    }
}
