package rinha.arena.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Uma saída que se fecha de repente: o que alguém ainda escrever depois se perde, sem erro.
///
/// Lembra se o disco encheu: um `PrintStream` engole a falha, e um JSON pela metade sairia com código 0.
final class Torneira extends FilterOutputStream {
    private boolean fechada;
    private boolean semEspaco;

    Torneira(OutputStream destino) {
        super(destino);
    }

    /// Volta sem ninguém no meio de uma escrita.
    synchronized void fechar() {
        fechada = true;
    }

    /// Se o que se escreveu não coube no disco. Um cano fechado (`| head`) não conta: quem lia já leu o que queria.
    synchronized boolean semEspaco() {
        return semEspaco;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int inicio, int quantos) throws IOException {
        if (fechada) {
            return;
        }
        try {
            out.write(bytes, inicio, quantos);
        } catch (IOException e) {
            semEspaco |= String.valueOf(e.getMessage()).contains("No space left");
            throw e;
        }
    }
}
