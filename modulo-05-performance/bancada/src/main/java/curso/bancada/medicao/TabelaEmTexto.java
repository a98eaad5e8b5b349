package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Alinha uma tabela em colunas: nomes à esquerda, números à direita. Se não cabe, parte os cabeçalhos em
/// duas linhas e, se ainda não couber, corta os nomes. Se cortados dois nomes ficassem iguais, cada nome ganha uma linha
/// só dele, acima dos seus números.
final class TabelaEmTexto {

    private static final String ENTRE = "  ";
    private static final int NOME_MINIMO = 8;
    private static final int RECUO = 2;

    private final Tabela tabela;
    private final Tela tela;

    TabelaEmTexto(Tabela tabela, Tela tela) {
        this.tabela = tabela;
        this.tela = tela;
    }

    List<String> linhas() {
        boolean partidos = larguraTotal(larguras(false)) > tela.largura();
        var larguras = larguras(partidos);
        larguras.set(0, Math.max(NOME_MINIMO, larguras.getFirst() - Math.max(0, larguraTotal(larguras) - tela.largura())));
        boolean nomesAparte = confunde(larguras.getFirst());
        if (nomesAparte) {
            larguras.set(0, Math.max(RECUO, Texto.largura(tabela.chave())));
        }
        var linhas = new ArrayList<String>();
        if (partidos) {
            linhas.add(tela.pintar(Cor.TITULO, linha(cabecalhos(true, 0), larguras).stripTrailing()));
        }
        linhas.add(tela.pintar(Cor.TITULO, linha(cabecalhos(partidos, 1), larguras)));
        linhas.add(tela.pintar(Cor.APAGADO, larguras.stream().map((tela.ascii() ? "-" : "─")::repeat)
                .collect(Collectors.joining(ENTRE))));
        for (var l : tabela.linhas()) {
            var celulas = celulas(l);
            if (nomesAparte) {
                linhas.add(Texto.cortar(celulas.set(0, ""), tela.largura()));
            }
            linhas.add(linha(celulas, larguras));
        }
        return linhas;
    }

    /// Diz se, cortados nesta largura, dois nomes diferentes ficariam iguais.
    private boolean confunde(int largura) {
        var nomes = tabela.linhas().stream().map(Tabela.Linha::rotulo).distinct().toList();
        return nomes.stream().map(nome -> Texto.cortar(nome, largura)).distinct().count() < nomes.size();
    }

    private List<String> celulas(Tabela.Linha linha) {
        var celulas = new ArrayList<>(List.of(linha.rotulo()));
        IntStream.range(0, linha.valores().size())
                .forEach(i -> celulas.add(tabela.colunas().get(i).texto(linha.valores().get(i))));
        return celulas;
    }

    /// Com os cabeçalhos partidos, a metade 0 é o que vem antes do último espaço e a metade 1, o resto.
    private List<String> cabecalhos(boolean partidos, int metade) {
        var todos = new ArrayList<>(List.of(tabela.chave()));
        tabela.colunas().forEach(c -> todos.add(c.cabecalho()));
        if (partidos) {
            todos.replaceAll(c -> metade(c, metade));
        }
        return todos;
    }

    private static String metade(String cabecalho, int metade) {
        var espaco = cabecalho.lastIndexOf(' ');
        if (espaco < 0) {
            return metade == 0 ? "" : cabecalho;
        }
        return metade == 0 ? cabecalho.substring(0, espaco) : cabecalho.substring(espaco + 1);
    }

    private ArrayList<Integer> larguras(boolean partidos) {
        var linhas = new ArrayList<>(List.of(cabecalhos(partidos, 0), cabecalhos(partidos, 1)));
        tabela.linhas().forEach(l -> linhas.add(celulas(l)));
        var larguras = new ArrayList<Integer>();
        for (int i = 0; i <= tabela.colunas().size(); i++) {
            int coluna = i;
            larguras.add(linhas.stream().mapToInt(l -> Texto.largura(l.get(coluna))).max().orElseThrow());
        }
        return larguras;
    }

    private static int larguraTotal(List<Integer> larguras) {
        return larguras.stream().mapToInt(Integer::intValue).sum() + ENTRE.length() * (larguras.size() - 1);
    }

    private static String linha(List<String> celulas, List<Integer> larguras) {
        var nome = Texto.aEsquerda(Texto.cortar(celulas.getFirst(), larguras.getFirst()), larguras.getFirst());
        return nome + IntStream.range(1, celulas.size())
                .mapToObj(i -> ENTRE + Texto.aDireita(celulas.get(i), larguras.get(i))).collect(Collectors.joining());
    }
}
