package rinha.avaliador.conversa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import rinha.carga.Alvo;
import rinha.carga.Texto;
import rinha.carga.TipoDeErro;
import rinha.carga.motor.LeitorDeResposta;
import rinha.carga.motor.RespostaInvalida;

/// Uma conexão com prazo total. Quando ele vence, o relógio a fecha: nem ler nem escrever espera além dele.
public final class Ligacao implements AutoCloseable {

    private static final int CABECALHOS = 16 << 10;
    private static final ScheduledExecutorService RELOGIO = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("avaliador-prazos").factory());

    private final Socket socket;
    private final Duration prazo;
    private final ScheduledFuture<?> despertador;
    private volatile boolean venceu;

    private Ligacao(Socket socket, Duration prazo) {
        this.socket = socket;
        this.prazo = prazo;
        this.despertador = RELOGIO.schedule(this::vencer, prazo.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Ligacao abrir(Alvo alvo, Duration prazo) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(alvo.endereco(), Math.toIntExact(prazo.toMillis()));
            return new Ligacao(socket, prazo);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void vencer() {
        venceu = true;
        fecharSocket();
    }

    /// Escreve e não espera resposta.
    public void escrever(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// Escreve o pedido e lê a resposta inteira.
    public Desfecho trocar(byte[] pedido) {
        boolean enviado = false;
        IOException aoEscrever = null;
        try {
            escrever(pedido);
            enviado = true;
        } catch (IOException e) {
            // Quem recusa um corpo enorme responde e fecha antes de o ler: a resposta ainda pode estar lá.
            aoEscrever = e;
        }
        return venceu ? atrasada(enviado) : ler(enviado, aoEscrever);
    }

    private Desfecho ler(boolean enviado, IOException aoEscrever) {
        LeitorDeResposta leitor = new LeitorDeResposta(Conversa.MAXIMO);
        ByteArrayOutputStream cabeca = new ByteArrayOutputStream();
        byte[] bytes = new byte[8192];
        try {
            for (int n; (n = socket.getInputStream().read(bytes)) >= 0; ) {
                cabeca.write(bytes, 0, Math.min(n, CABECALHOS - Math.min(CABECALHOS, cabeca.size())));
                if (leitor.consumir(bytes, n)) {
                    return respondeu(leitor, cabeca);
                }
            }
            return leitor.fimDoFluxo() ? respondeu(leitor, cabeca)
                    : caiu("o servidor fechou " + leitor.ondeParou(), enviado);
        } catch (RespostaInvalida e) {
            return new Desfecho.SemResposta(TipoDeErro.RESPOSTA_INVALIDA, e.getMessage(), true);
        } catch (IOException e) {
            return venceu ? atrasada(true) : caiu(Texto.emPortugues(String.valueOf((aoEscrever == null ? e : aoEscrever).getMessage())) + ", " + leitor.ondeParou(), true);
        }
    }

    private Desfecho atrasada(boolean enviado) {
        return new Desfecho.SemResposta(TipoDeErro.TIMEOUT, "nada inteiro em " + prazo.toMillis() + " ms", enviado);
    }

    private static Desfecho caiu(String detalhe, boolean enviado) {
        return new Desfecho.SemResposta(TipoDeErro.CONEXAO_CAIU, detalhe, enviado);
    }

    private static Desfecho respondeu(LeitorDeResposta leitor, ByteArrayOutputStream cabeca) {
        return new Desfecho.Respondeu(leitor.status(), cabecalhos(cabeca.toString(StandardCharsets.ISO_8859_1)), leitor.bytesDoCorpo());
    }

    private static Map<String, String> cabecalhos(String cabeca) {
        Map<String, String> mapa = new LinkedHashMap<>();
        for (String linha : cabeca.split("\r?\n\r?\n", 2)[0].split("\r?\n")) {
            int dois = linha.indexOf(':');
            if (dois > 0) {
                mapa.putIfAbsent(linha.substring(0, dois).toLowerCase(Locale.ROOT), linha.substring(dois + 1).strip());
            }
        }
        return mapa;
    }

    @Override
    public void close() {
        despertador.cancel(false);
        fecharSocket();
    }

    private void fecharSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // Já não há o que fazer com esta conexão.
        }
    }
}
