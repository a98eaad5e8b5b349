package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Mostra a medição de referência ao lado da desta máquina: tabela a tabela, afirmação a afirmação.
///
/// O que se espera repetir entre máquinas são as afirmações e as razões entre variantes, não os números.
public final class LadoALado {

    private final Resultado referencia;
    private final Resultado aqui;
    private final Tela tela;
    private final List<String> linhas = new ArrayList<>();

    private LadoALado(Resultado referencia, Resultado aqui, Tela tela) {
        this.referencia = referencia;
        this.aqui = aqui;
        this.tela = tela;
    }

    /// Devolve a tela, terminada por quebra de linha.
    ///
    /// @throws IllegalArgumentException se os resultados são de experimentos diferentes
    public static String tela(Resultado referencia, Resultado aqui, Tela tela) {
        var nome = aqui.ficha().nome();
        Exigir.que(referencia.ficha().nome().equals(nome), "não dá para pôr «%s» ao lado de «%s»: são experimentos diferentes",
                referencia.ficha().nome(), nome);
        return new LadoALado(referencia, aqui, tela).escrever();
    }

    private String escrever() {
        linhas.add(tela.pintar(Cor.TITULO, aqui.ficha().aula() + (tela.ascii() ? " - " : " · ") + aqui.ficha().nome()));
        aqui.tabelas().forEach(this::tabela);
        linhas.add("");
        aqui.afirmacoes().forEach(this::afirmacao);
        linhas.add("");
        maquina("referência: ", referencia);
        maquina("aqui: ", aqui);
        return linhas.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private void tabela(Tabela daqui) {
        var par = referencia.tabelas().stream().filter(t -> t.titulo().equals(daqui.titulo())).findFirst();
        for (var coluna : daqui.colunas()) {
            var lado = Tabela.de(daqui.titulo() + ": " + coluna.cabecalho(), daqui.chave(),
                    Coluna.de("referência", coluna.casas()), Coluna.de("aqui", coluna.casas()), Coluna.de("aqui ÷ ref.", 2));
            for (int i = 0; i < daqui.linhas().size(); i++) {
                var rotulo = daqui.linhas().get(i).rotulo();
                double ali = par.map(t -> valor(t, rotulo, coluna)).orElse(Double.NaN);
                double valor = daqui.valores(coluna.cabecalho()).get(i);
                lado = lado.linha(rotulo, ali, valor, valor / ali);
            }
            linhas.add("");
            Texto.quebrar(lado.titulo(), tela.largura()).forEach(l -> linhas.add(tela.pintar(Cor.TITULO, l)));
            linhas.addAll(new TabelaEmTexto(lado, tela).linhas());
        }
    }

    /// `NaN` se a referência não tem esta linha ou esta coluna.
    private static double valor(Tabela tabela, String rotulo, Coluna coluna) {
        if (!tabela.colunas().contains(coluna)) {
            return Double.NaN;
        }
        return tabela.linhas().stream().filter(l -> l.rotulo().equals(rotulo)).findFirst()
                .map(l -> l.valores().get(tabela.colunas().indexOf(coluna))).orElse(Double.NaN);
    }

    private void afirmacao(Afirmacao daqui) {
        var ali = referencia.afirmacoes().stream().filter(a -> a.frase().equals(daqui.frase())).findFirst()
                .map(a -> sinal(a.veredito())).orElse("-");
        var sinais = ali + " " + sinal(daqui.veredito());
        var texto = Texto.paragrafo(sinais + "  ", "aqui " + daqui.veredito().texto() + ": " + daqui.frase(), tela.largura());
        linhas.add(tela.pintar(Cor.de(daqui.veredito()), sinais) + texto.substring(sinais.length()));
        linhas.add(tela.pintar(Cor.APAGADO, Texto.paragrafo("     ", daqui.observado(), tela.largura())));
    }

    private String sinal(Veredito veredito) {
        return tela.ascii() ? veredito.ascii() : veredito.sinal();
    }

    private void maquina(String de, Resultado resultado) {
        linhas.add(tela.pintar(Cor.APAGADO, Texto.paragrafo(de, resultado.maquina().frase() + "; "
                + Numeros.dataEHora(resultado.data()) + (resultado.curto() ? "; execução curta" : ""), tela.largura())));
    }
}
