package curso.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/// O terminal em modo cru: cada tecla chega na hora, sem eco. Fechar o devolve como estava, também por Ctrl-C.
public final class Teclado implements AutoCloseable {

    private final Terminal terminal;
    private final Attributes antes;
    private final Thread gancho;
    private boolean telaInteira;
    private boolean fechado;

    private Teclado(Terminal terminal) {
        this.terminal = terminal;
        this.antes = terminal.enterRawMode();
        this.gancho = new Thread(this::devolver, "devolve-o-terminal");
        Runtime.getRuntime().addShutdownHook(gancho);
    }

    /// Abre o terminal deste processo; vazio se ele não é um terminal de verdade.
    public static Optional<Teclado> abrir() {
        try {
            var terminal = TerminalBuilder.builder().system(true).dumb(false).nativeSignals(true).build();
            return Optional.of(new Teclado(terminal));
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /// Passa para a tela alternativa: o que havia na tela volta ao fechar.
    public void usarTelaInteira() {
        telaInteira = true;
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    public void limpar() {
        terminal.puts(Capability.clear_screen);
    }

    public PrintWriter escrever() {
        return terminal.writer();
    }

    public void aoMudarDeTamanho(Runnable acao) {
        terminal.handle(Terminal.Signal.WINCH, _ -> acao.run());
    }

    public void aoInterromper(Runnable acao) {
        terminal.handle(Terminal.Signal.INT, _ -> acao.run());
    }

    public int linhas() {
        return Math.max(2, tamanho().getRows());
    }

    public int colunas() {
        return Math.max(20, tamanho().getColumns());
    }

    /// Espera uma tecla até o prazo; `FIM` se o terminal já foi devolvido.
    public Tecla ler(Duration prazo) throws IOException {
        int c = proxima(prazo);
        return switch (c) {
            case NonBlockingReader.READ_EXPIRED -> Tecla.NENHUMA;
            case NonBlockingReader.EOF, 4 -> Tecla.FIM;
            case 27 -> sequencia();
            default -> Tecla.letra((char) c);
        };
    }

    private int proxima(Duration prazo) throws IOException {
        try {
            return terminal.reader().read(prazo.toMillis());
        } catch (IllegalStateException _) {
            return NonBlockingReader.EOF; // o JLine recusa quem lê de um terminal fechado por outra thread
        }
    }

    private Tecla sequencia() throws IOException {
        // As setas chegam como ESC [ A, num jorro só; um ESC sozinho não traz mais nada.
        int segundo = terminal.reader().read(30L);
        if (segundo != '[' && segundo != 'O') {
            return Tecla.ESCAPE;
        }
        int terceiro = terminal.reader().read(30L);
        if (terceiro == '5' || terceiro == '6') {
            terminal.reader().read(30L);
        }
        return switch (terceiro) {
            case 'A' -> Tecla.ACIMA;
            case 'B' -> Tecla.ABAIXO;
            case '5' -> Tecla.PAGINA_ACIMA;
            case '6' -> Tecla.PAGINA_ABAIXO;
            case 'H' -> Tecla.INICIO;
            case 'F' -> Tecla.FINAL;
            default -> Tecla.NENHUMA;
        };
    }

    private Size tamanho() {
        return terminal.getSize();
    }

    private synchronized void devolver() {
        if (fechado) {
            return;
        }
        fechado = true;
        if (telaInteira) {
            // cursor_visible é o cursor «bem visível», e no TERM=screen não desfaz o cursor_invisible.
            terminal.puts(Capability.cursor_normal);
            terminal.puts(Capability.exit_ca_mode);
        }
        terminal.flush();
        terminal.setAttributes(antes);
    }

    @Override
    public void close() throws IOException {
        devolver();
        try {
            Runtime.getRuntime().removeShutdownHook(gancho);
        } catch (IllegalStateException _) {
            return; // a JVM já está saindo: o gancho fez o trabalho
        }
        terminal.close();
    }
}
