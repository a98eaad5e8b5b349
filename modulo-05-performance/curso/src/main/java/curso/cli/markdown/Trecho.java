package curso.cli.markdown;

import curso.cli.terminal.Estilo;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Texto;
import java.util.ArrayList;
import java.util.List;

/// Um pedaço de parágrafo com um só estilo.
record Trecho(String texto, Estilo estilo) {

    /// Quebra os trechos em linhas de até `colunas`; `\n` dentro de um trecho força a quebra.
    static List<String> quebrar(List<Trecho> trechos, int colunas, Pincel pincel) {
        var quebra = new Quebra(colunas, pincel);
        for (var trecho : trechos) {
            quebra.acrescentar(trecho);
        }
        return quebra.terminar();
    }

    /// Acumula palavras; uma palavra pode juntar trechos de estilos diferentes, como em **pool**.
    private static final class Quebra {
        private final int colunas;
        private final Pincel pincel;
        private final List<String> linhas = new ArrayList<>();
        private final StringBuilder linha = new StringBuilder();
        private final StringBuilder palavra = new StringBuilder();
        private int ocupadas;
        private int daPalavra;

        Quebra(int colunas, Pincel pincel) {
            this.colunas = colunas;
            this.pincel = pincel;
        }

        void acrescentar(Trecho trecho) {
            int inicio = 0;
            var texto = trecho.texto();
            for (int i = 0; i <= texto.length(); i++) {
                boolean fim = i == texto.length();
                if (fim || texto.charAt(i) == ' ' || texto.charAt(i) == '\n') {
                    juntar(texto.substring(inicio, i), trecho.estilo());
                    inicio = i + 1;
                    if (!fim) {
                        fecharPalavra();
                        quebrarSe(texto.charAt(i) == '\n');
                    }
                }
            }
        }

        List<String> terminar() {
            fecharPalavra();
            quebrarSe(!linha.isEmpty());
            return linhas;
        }

        private void juntar(String pedaco, Estilo estilo) {
            palavra.append(pincel.pintar(pedaco, estilo));
            daPalavra += Texto.largura(pedaco);
        }

        private void fecharPalavra() {
            if (daPalavra == 0) {
                return;
            }
            quebrarSe(ocupadas > 0 && ocupadas + 1 + daPalavra > colunas);
            if (ocupadas > 0) {
                linha.append(' ');
                ocupadas++;
            }
            linha.append(palavra);
            ocupadas += daPalavra;
            palavra.setLength(0);
            daPalavra = 0;
        }

        private void quebrarSe(boolean condicao) {
            if (condicao) {
                linhas.add(linha.toString());
                linha.setLength(0);
                ocupadas = 0;
            }
        }
    }
}
