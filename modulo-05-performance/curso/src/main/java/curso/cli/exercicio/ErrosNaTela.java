package curso.cli.exercicio;

import curso.bancada.correcao.ErroDeCompilacao;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Tela;
import java.nio.file.Path;
import java.util.List;

/// Mostra os erros do compilador: onde, o que houve em português, o trecho e a frase do javac.
final class ErrosNaTela {

    private static final String RECUO = "  ";
    /// Depois dos primeiros, os erros costumam ser consequência deles.
    private static final int NO_MAXIMO = 4;

    private final Tela tela;
    private final Pincel pincel;

    ErrosNaTela(Tela tela) {
        this.tela = tela;
        this.pincel = tela.pincel();
    }

    void mostrar(List<ErroDeCompilacao> erros) {
        erros.stream().limit(NO_MAXIMO).forEach(this::um);
        if (erros.size() > NO_MAXIMO) {
            tela.linha(RECUO + pincel.fraco("… e mais " + (erros.size() - NO_MAXIMO) + "; comece pelo primeiro"));
        }
    }

    private void um(ErroDeCompilacao erro) {
        var onde = erro.arquivo().isEmpty() ? "" : Path.of(erro.arquivo()).getFileName() + ":" + erro.linha() + "  ";
        tela.paragrafo(RECUO, pincel.negrito(onde) + pincel.errado(erro.emPortugues().isEmpty() ? "não compila" : erro.emPortugues()));
        if (!erro.trecho().isBlank()) {
            int recuo = erro.trecho().length() - erro.trecho().stripLeading().length();
            tela.linha(RECUO + pincel.fraco("│ ") + erro.trecho().strip());
            tela.linha(RECUO + pincel.fraco("│ ") + " ".repeat((int) Math.max(0, erro.coluna() - 1 - recuo)) + pincel.errado("^"));
        }
        erro.mensagem().lines().forEach(linha -> tela.linha(RECUO + pincel.fraco("  javac: " + linha.strip())));
        tela.linha();
    }
}
