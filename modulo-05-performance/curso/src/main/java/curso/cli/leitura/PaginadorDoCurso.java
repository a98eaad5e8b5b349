package curso.cli.leitura;

import curso.cli.terminal.Pincel;
import curso.cli.terminal.Tecla;
import curso.cli.terminal.Teclado;
import curso.cli.terminal.Texto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Um paginador para quem não tem `less`: anda, procura e sai.
final class PaginadorDoCurso {

    private static final Duration ENTRE_TECLAS = Duration.ofMillis(500);

    private final List<String> linhas;
    private final Pincel pincel;
    private final Teclado teclado;
    private volatile boolean redesenhar = true;
    private volatile boolean sair;
    private int topo;
    private String busca = "";
    private String recado = "";

    private PaginadorDoCurso(List<String> linhas, Pincel pincel, Teclado teclado) {
        this.linhas = linhas;
        this.pincel = pincel;
        this.teclado = teclado;
    }

    /// Mostra e espera a pessoa sair; falso quando o texto cabe na tela ou não há terminal, e nada foi mostrado.
    static boolean mostrar(List<String> linhas, Pincel pincel) {
        var aberto = Teclado.abrir();
        if (aberto.isEmpty()) {
            return false;
        }
        try (var teclado = aberto.get()) {
            if (linhas.size() < teclado.linhas()) {
                return false;
            }
            new PaginadorDoCurso(linhas, pincel, teclado).percorrer();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("o terminal parou de responder: " + e.getMessage(), e);
        }
    }

    private void percorrer() throws IOException {
        teclado.usarTelaInteira();
        teclado.aoMudarDeTamanho(() -> redesenhar = true);
        teclado.aoInterromper(() -> sair = true);
        while (!sair) {
            if (redesenhar) {
                redesenhar = false;
                desenhar();
            }
            atender(teclado.ler(ENTRE_TECLAS));
        }
    }

    private void atender(Tecla tecla) throws IOException {
        int pagina = teclado.linhas() - 2;
        switch (tecla.tipo()) {
            case LETRA -> letra(tecla.letra(), pagina);
            case ABAIXO -> irPara(topo + 1);
            case ACIMA -> irPara(topo - 1);
            case PAGINA_ABAIXO -> irPara(topo + pagina);
            case PAGINA_ACIMA -> irPara(topo - pagina);
            case INICIO -> irPara(0);
            case FINAL -> irPara(linhas.size());
            case FIM -> sair = true;
            case ESCAPE, NENHUMA -> { }
        }
    }

    private void letra(char letra, int pagina) throws IOException {
        switch (letra) {
            case 'q', 'Q', 3 -> sair = true;
            case ' ', 'f' -> irPara(topo + pagina);
            case 'b' -> irPara(topo - pagina);
            case 'd' -> irPara(topo + pagina / 2);
            case 'u' -> irPara(topo - pagina / 2);
            case 'j', '\r', '\n' -> irPara(topo + 1);
            case 'k' -> irPara(topo - 1);
            case 'g' -> irPara(0);
            case 'G' -> irPara(linhas.size());
            case '/' -> perguntarBusca();
            case 'n' -> procurar(topo + 1);
            default -> { }
        }
    }

    private void irPara(int linha) {
        int ultima = Math.max(0, linhas.size() - (teclado.linhas() - 1));
        topo = Math.clamp(linha, 0, ultima);
        redesenhar = true;
    }

    private void perguntarBusca() throws IOException {
        var digitado = new StringBuilder();
        while (true) {
            recado = "/" + digitado;
            desenhar();
            var tecla = teclado.ler(Duration.ofMinutes(5));
            if (tecla.tipo() != Tecla.Tipo.LETRA || tecla.letra() == 3) {
                recado = "";
                redesenhar = true;
                return;
            }
            switch (tecla.letra()) {
                case '\r', '\n' -> {
                    busca = digitado.toString().toLowerCase(Locale.ROOT);
                    procurar(topo);
                    return;
                }
                case 8, 127 -> digitado.setLength(Math.max(0, digitado.length() - 1));
                default -> digitado.append(tecla.letra());
            }
        }
    }

    private void procurar(int desde) {
        recado = "";
        for (int i = desde; i < linhas.size() && !busca.isEmpty(); i++) {
            if (Texto.semAnsi(linhas.get(i)).toLowerCase(Locale.ROOT).contains(busca)) {
                irPara(i);
                return;
            }
        }
        recado = "nada adiante com «" + busca + "»";
        redesenhar = true;
    }

    private void desenhar() {
        int altura = teclado.linhas() - 1;
        int largura = teclado.colunas();
        teclado.limpar();
        var saida = teclado.escrever();
        for (int i = topo; i < Math.min(topo + altura, linhas.size()); i++) {
            saida.print(Texto.cortar(linhas.get(i), largura) + "\u001b[0m\r\n");
        }
        int lido = Math.min(100, 100 * (topo + altura) / linhas.size());
        var pe = recado.isEmpty() ? lido + "%  espaço avança · b volta · / procura · q sai" : recado;
        saida.print(pincel.fraco(Texto.cortar(pe, largura - 1)));
        saida.flush();
    }
}
