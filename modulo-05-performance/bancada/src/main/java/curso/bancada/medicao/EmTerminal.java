package curso.bancada.medicao;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Escreve a tela de um resultado: pergunta, tabelas, barras, afirmações, palpite, notas e máquina.
public final class EmTerminal {

    private static final int LEITURA = 100;

    private final Tela tela;
    private final Tela leitura;
    private final List<String> linhas = new ArrayList<>();

    private EmTerminal(Tela tela) {
        this.tela = tela;
        // Linhas de texto e barras muito compridas cansam; só as tabelas usam a largura toda.
        this.leitura = tela.largura() > LEITURA ? tela.comLargura(LEITURA) : tela;
    }

    /// Devolve a tela inteira, terminada por quebra de linha. O palpite, se houve, é confrontado com o observado.
    public static String tela(Resultado resultado, Tela tela, OptionalDouble palpite) {
        var escrita = new EmTerminal(tela);
        escrita.cabecalho(resultado);
        resultado.tabelas().forEach(escrita::tabela);
        escrita.afirmacoes(resultado.afirmacoes());
        escrita.palpite(resultado, palpite);
        resultado.notas().forEach(escrita::nota);
        escrita.rodape(resultado);
        return escrita.linhas.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private void cabecalho(Resultado resultado) {
        var ficha = resultado.ficha();
        linhas.add(tela.pintar(Cor.TITULO, "%s %s %s".formatted(ficha.aula(), tela.ascii() ? "-" : "·", ficha.nome())));
        linhas.addAll(Texto.quebrar(ficha.pergunta(), leitura.largura()));
        if (resultado.curto()) {
            Texto.quebrar("Execução curta: serve para ver que funciona, não para comparar.", leitura.largura())
                    .forEach(l -> linhas.add(tela.pintar(Cor.DUVIDA, l)));
        }
    }

    private void tabela(Tabela tabela) {
        linhas.add("");
        Texto.quebrar(tabela.titulo(), leitura.largura()).forEach(l -> linhas.add(tela.pintar(Cor.TITULO, l)));
        linhas.addAll(new TabelaEmTexto(tabela, tela).linhas());
        for (var cabecalho : tabela.desenhadas()) {
            linhas.add("");
            linhas.add(tela.pintar(Cor.APAGADO, cabecalho));
            linhas.addAll(new BarrasDeTexto(leitura, tabela.maximoDaUnidade(cabecalho)).linhas(barras(tabela, cabecalho)));
        }
    }

    private static List<BarrasDeTexto.Barra> barras(Tabela tabela, String cabecalho) {
        var coluna = tabela.coluna(cabecalho);
        var valores = tabela.valores(cabecalho);
        return IntStream.range(0, valores.size()).mapToObj(i -> BarrasDeTexto.Barra.de(
                tabela.linhas().get(i).rotulo(), valores.get(i), coluna.texto(valores.get(i)))).toList();
    }

    private void afirmacoes(List<Afirmacao> afirmacoes) {
        if (!afirmacoes.isEmpty()) {
            linhas.add("");
        }
        for (var afirmacao : afirmacoes) {
            var veredito = afirmacao.veredito();
            var sinal = tela.ascii() ? veredito.ascii() : veredito.sinal();
            var texto = Texto.paragrafo(sinal + " ", veredito.texto() + ": " + afirmacao.frase(), leitura.largura());
            linhas.add(tela.pintar(Cor.de(veredito), texto.substring(0, sinal.length())) + texto.substring(sinal.length()));
            linhas.add(tela.pintar(Cor.APAGADO, Texto.paragrafo("  ", afirmacao.observado(), leitura.largura())));
        }
    }

    private void palpite(Resultado resultado, OptionalDouble palpite) {
        resultado.resposta().ifPresent(resposta -> {
            linhas.add("");
            linhas.addAll(Texto.quebrar(Palpite.frase(resultado.ficha(), resposta, palpite), leitura.largura()));
        });
    }

    private void nota(String nota) {
        linhas.add("");
        linhas.add(Texto.paragrafo(tela.ascii() ? "-> " : "→ ", nota, leitura.largura()));
    }

    private void rodape(Resultado resultado) {
        linhas.add("");
        for (var frase : List.of(resultado.maquina().frase(), Numeros.dataEHora(resultado.data()) + ", " + resultado.comando())) {
            Texto.quebrar(frase, leitura.largura()).forEach(l -> linhas.add(tela.pintar(Cor.APAGADO, l)));
        }
    }
}
