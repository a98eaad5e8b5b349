package curso.cli.experimento;

import curso.bancada.medicao.Tela;

/// Converte a tela da linha de comando na da medição.
final class TelaDeMedicao {

    private TelaDeMedicao() {
    }

    static Tela de(curso.cli.terminal.Tela tela) {
        return new Tela(tela.largura(), tela.pincel().cores(), false);
    }
}
