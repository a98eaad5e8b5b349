package curso.cli.exercicio;

import curso.bancada.correcao.ResultadoDeTeste;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Tela;
import curso.cli.terminal.Texto;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Mostra a mensagem de um teste que falhou, com os rótulos alinhados, e a linha do código do aluno onde foi.
final class MensagemDeTeste {

    private static final String RECUO = "      ";
    private static final List<String> ROTULOS = List.of("Esperado", "Visto", "Causa provável", "Próximo passo");
    private static final int LARGURA_DO_ROTULO = 16;
    /// Uma mensagem do AssertJ pode trazer uma coleção inteira; o resto aparece com --verboso.
    private static final int LINHAS_NO_MAXIMO = 14;
    private static final int LINHAS_POR_ROTULO = 5;
    /// Com menos colunas do que isto ao lado do rótulo, o texto vai embaixo dele.
    private static final int LARGURA_AO_LADO = 30;

    private final Tela tela;
    private final Pincel pincel;
    private final boolean verboso;
    private final Pattern quadroDoAluno;

    /// @param arquivo o nome do arquivo do aluno: só uma linha dele diz onde mexer
    MensagemDeTeste(Tela tela, boolean verboso, String arquivo) {
        this.tela = tela;
        this.pincel = tela.pincel();
        this.verboso = verboso;
        this.quadroDoAluno = Pattern.compile("(?:em|at) (?:\\S+//)?exercicios\\.\\S+\\((" + Pattern.quote(arquivo) + ":\\d+)\\)");
    }

    void mostrar(ResultadoDeTeste teste) {
        int mostradas = 0;
        for (var linha : teste.mensagem().strip().lines().toList()) {
            if (!verboso && mostradas++ == LINHAS_NO_MAXIMO) {
                tela.linha(RECUO + pincel.fraco("… --verboso mostra a mensagem inteira"));
                break;
            }
            linha(linha);
        }
        onde(teste).ifPresent(onde -> rotulada("Onde", onde));
        if (verboso) {
            teste.pilha().lines().forEach(l -> tela.linha(RECUO + pincel.fraco(l)));
        }
    }

    private void linha(String linha) {
        for (var rotulo : ROTULOS) {
            if (linha.startsWith(rotulo + ": ")) {
                rotulada(rotulo, linha.substring(rotulo.length() + 2));
                return;
            }
        }
        var quadro = linha.stripLeading();
        if (quadro.startsWith("at ") || quadro.startsWith("- ")) {
            // Uma pilha quebrada em duas linhas não se lê, e o que importa é o fim: o método e a linha.
            tela.linha(RECUO + "  " + semOComeco(quadro, tela.largura() - RECUO.length() - 2));
        } else {
            tela.paragrafo(RECUO, linha.stripTrailing());
        }
    }

    private static String semOComeco(String quadro, int colunas) {
        int sobram = quadro.length() - colunas;
        int marca = quadro.indexOf(' ') + 1; // «at » ou «- »
        return sobram <= 0 ? quadro : quadro.substring(0, marca) + "…" + quadro.substring(marca + sobram + 1);
    }

    private void rotulada(String rotulo, String texto) {
        boolean aoLado = tela.largura() - RECUO.length() - LARGURA_DO_ROTULO >= LARGURA_AO_LADO;
        var margem = aoLado ? " ".repeat(LARGURA_DO_ROTULO) : "  ";
        var comeco = aoLado ? pincel.fraco(Texto.aEsquerda(rotulo, LARGURA_DO_ROTULO)) : margem;
        if (!aoLado) {
            tela.linha(RECUO + pincel.fraco(rotulo));
        }
        var linhas = Texto.quebrar(texto, tela.largura() - RECUO.length() - margem.length());
        int quantas = verboso || linhas.size() <= LINHAS_POR_ROTULO ? linhas.size() : LINHAS_POR_ROTULO;
        for (var linha : linhas.subList(0, quantas)) {
            tela.linha(RECUO + comeco + linha);
            comeco = margem;
        }
        if (quantas < linhas.size()) {
            tela.linha(RECUO + comeco + pincel.fraco("… --verboso mostra o resto"));
        }
    }

    private Optional<String> onde(ResultadoDeTeste teste) {
        // Um teste que travou não tem pilha própria: a das threads dele está na mensagem.
        var quadro = quadroDoAluno.matcher(teste.pilha() + "\n" + teste.mensagem());
        return quadro.find() ? Optional.of(quadro.group(1)) : Optional.empty();
    }
}
