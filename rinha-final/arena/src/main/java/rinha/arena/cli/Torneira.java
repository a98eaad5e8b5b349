package rinha.arena.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Uma saída que se fecha de repente: o que alguém ainda escrever depois se perde, sem erro.
final class Torneira extends FilterOutputStream {
    private boolean fechada;

    Torneira(OutputStream destino) {
        super(destino);
    }

    /// Volta sem ninguém no meio de uma escrita.
    synchronized void fechar() {
        fechada = true;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        if (!fechada) {
            out.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int inicio, int quantos) throws IOException {
        if (!fechada) {
            out.write(bytes, inicio, quantos);
        }
    }
}
