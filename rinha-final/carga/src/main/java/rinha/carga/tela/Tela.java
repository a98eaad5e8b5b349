package rinha.carga.tela;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import rinha.carga.Plano;
import rinha.carga.medida.Instantaneo;

/// Tela viva: redesenha a cada segundo num terminal, e escreve linhas onde não há um.
///
/// Quem entrega as fotografias é a thread do motor. Ela nunca espera pela tela: se o terminal engasga, a
/// fotografia é descartada.
public final class Tela implements Consumer<Instantaneo>, AutoCloseable {

    private static final int LINHAS_POR_CARGA = 12;
    private static final String APAGAR_A_LINHA = "\u001b[2K";
    private static final String APAGAR_ATE_O_FIM = "\u001b[0J";
    private static final String ESCONDER_CURSOR = "\u001b[?25l";
    private static final String MOSTRAR_CURSOR = "\u001b[?25h";
    private static final String SEM_QUEBRA = "\u001b[?7l";
    private static final String COM_QUEBRA = "\u001b[?7h";

    private final Quadro quadro;
    private final Terminal terminal;
    private final PrintStream saida;
    private final long acadaSegundos;
    private final BlockingQueue<Instantaneo> fila = new ArrayBlockingQueue<>(16);
    private final Thread thread;
    private volatile boolean fechada;
    private int alturaDoUltimo;
    private double proximaLinha;

    public Tela(Plano plano, Terminal terminal, PrintStream saida) {
        this.quadro = new Quadro(plano, terminal);
        this.terminal = terminal;
        this.saida = saida;
        this.acadaSegundos = Math.max(1, plano.duracaoTotal().toSeconds() / LINHAS_POR_CARGA);
        this.thread = Thread.ofPlatform().daemon().name("carga-tela").start(this::desenharSempre);
    }

    @Override
    public void accept(Instantaneo instantaneo) {
        fila.offer(instantaneo);
    }

    private void desenharSempre() {
        try {
            while (!fechada || !fila.isEmpty()) {
                Instantaneo i = fila.poll(100, TimeUnit.MILLISECONDS);
                if (i != null) {
                    desenhar(i);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void desenhar(Instantaneo i) {
        if (terminal.redesenha()) {
            redesenhar(quadro.linhas(i));
        } else if (i.ultimo().fim() >= proximaLinha) {
            saida.println(quadro.linha(i));
            proximaLinha = Math.floor(i.ultimo().fim()) + acadaSegundos;
        }
        saida.flush();
    }

    /// Sem a quebra de linha: num terminal mais estreito do que diz, a linha que quebrasse estragaria a conta de quantas
    /// subir. Ela volta a cada desenho, e não só no fim: um Ctrl-C deixaria o terminal sem ela.
    ///
    /// Cada linha é apagada antes de escrita, e o que sobra, depois: apagar tudo de uma vez piscaria e, do alto da tela, o tmux
    /// guardaria cada quadro na história dele.
    private void redesenhar(List<String> linhas) {
        StringBuilder s = new StringBuilder(alturaDoUltimo == 0 ? ESCONDER_CURSOR : "\u001b[" + alturaDoUltimo + "A");
        s.append('\r').append(SEM_QUEBRA);
        linhas.forEach(l -> s.append(APAGAR_A_LINHA).append(l).append('\n'));
        saida.print(s.append(APAGAR_ATE_O_FIM).append(COM_QUEBRA));
        alturaDoUltimo = linhas.size();
    }

    /// Desenha o que falta e devolve o cursor ao terminal.
    @Override
    public void close() {
        fechada = true;
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal.redesenha()) {
            saida.print(MOSTRAR_CURSOR);
        }
        saida.flush();
    }
}
