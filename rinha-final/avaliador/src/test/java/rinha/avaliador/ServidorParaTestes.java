package rinha.avaliador;

import java.io.IOException;
import java.util.Locale;

/// O servidor de prova, visto dos outros pacotes.
public final class ServidorParaTestes implements AutoCloseable {

    private final ServidorDeProva servidor;

    private ServidorParaTestes(ServidorDeProva servidor) {
        this.servidor = servidor;
    }

    public static ServidorParaTestes correto() throws IOException {
        return new ServidorParaTestes(ServidorDeProva.com());
    }

    public static ServidorParaTestes com(String defeito) throws IOException {
        return new ServidorParaTestes(ServidorDeProva.com(Defeito.valueOf(defeito.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    public String url() {
        return servidor.url().toString();
    }

    @Override
    public void close() {
        servidor.close();
    }
}
