package curso.cli.maquina;

import curso.cli.terminal.Tela;
import curso.cli.terminal.Texto;
import java.util.List;

/// Mostra os achados, um por linha, e o que fazer embaixo de cada um que não está certo.
final class TelaDaMaquina {

    private static final int LARGURA_DO_ITEM = 12;

    private final Tela tela;

    TelaDaMaquina(Tela tela) {
        this.tela = tela;
    }

    void mostrar(List<Achado> achados) {
        tela.linha();
        for (var achado : achados) {
            var comeco = "  " + sinal(achado) + " " + Texto.aEsquerda(achado.item(), LARGURA_DO_ITEM);
            var recuo = " ".repeat(Texto.largura(comeco));
            for (var linha : Texto.quebrar(achado.visto(), tela.largura() - recuo.length())) {
                tela.linha(comeco + linha);
                comeco = recuo;
            }
            if (!achado.proximoPasso().isEmpty()) {
                Texto.quebrar(achado.proximoPasso(), tela.largura() - recuo.length())
                        .forEach(l -> tela.linha(recuo + tela.pincel().atencao(l)));
            }
        }
        tela.linha();
    }

    private String sinal(Achado achado) {
        return switch (achado.estado()) {
            case CERTO -> tela.pincel().certo("✓");
            case ATENCAO -> tela.pincel().atencao("!");
            case ERRADO -> tela.pincel().errado("✗");
        };
    }
}
