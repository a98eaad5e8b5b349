package rinha.balanceador.pedido;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import rinha.balanceador.config.Config;

/// Confere, byte a byte, a linha do pedido e os cabeçalhos, antes que o decodificador os leia.
///
/// Um decodificador tolerante aceita LF sozinho, linha continuada, espaço antes dos dois-pontos. Cada tolerância é uma
/// chance de dois programas em série lerem pedidos diferentes nos mesmos bytes; aqui, o que não é exato é recusado.
/// Guarda onde parou: um cabeçalho que chega um byte por vez não é relido desde o começo.
final class InspecaoDaCabeca implements ByteProcessor {
    private enum Onde { INICIO, INICIO_LF, METODO, ALVO, VERSAO, LINHA_LF, COMECO, NOME, VALOR, VALOR_LF, FIM_LF, FIM }

    private static final byte[] VERSAO = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);

    private final Config.Limites limites;
    private Onde onde = Onde.INICIO;
    private Recusa recusa;
    private int examinados;
    private int cabecalhos;
    private int naVersao;
    private boolean linhaEmBranco;

    InspecaoDaCabeca(Config.Limites limites) {
        this.limites = limites;
    }

    void recomecar() {
        onde = Onde.INICIO;
        recusa = null;
        examinados = 0;
        cabecalhos = 0;
        naVersao = 0;
        linhaEmBranco = false;
    }

    /// Examina o que ainda não viu de `bytes`; diz se os cabeçalhos acabaram ou foram recusados.
    boolean examinar(ByteBuf bytes) {
        int inicio = bytes.readerIndex() + examinados;
        int maximo = Math.min(bytes.writerIndex() - inicio, limites.cabecalho() - examinados);
        int parada = bytes.forEachByte(inicio, maximo, this);
        examinados = (parada < 0 ? inicio + maximo : parada + 1) - bytes.readerIndex();
        if (parada < 0 && examinados >= limites.cabecalho()) {
            recusa = onde.compareTo(Onde.LINHA_LF) < 0 ? Recusa.ALVO_GRANDE : Recusa.CABECALHO_GRANDE;
        }
        return onde == Onde.FIM || recusa != null;
    }

    /// Por que foi recusado, ou `null`.
    Recusa recusa() {
        return recusa;
    }

    @Override
    public boolean process(byte b) {
        switch (onde) {
            case INICIO -> inicio(b);
            case INICIO_LF -> esperarLf(b, Onde.INICIO);
            case METODO -> irOuExigir(b == ' ', Onde.ALVO, Caracteres.deNome(b));
            case ALVO -> irOuExigir(b == ' ', Onde.VERSAO, b > ' ' && b != 0x7f);
            case VERSAO -> versao(b);
            case LINHA_LF, VALOR_LF -> esperarLf(b, Onde.COMECO);
            case COMECO -> comeco(b);
            case NOME -> irOuExigir(b == ':', Onde.VALOR, Caracteres.deNome(b));
            case VALOR -> irOuExigir(b == '\r', Onde.VALOR_LF, Caracteres.deValor(b));
            case FIM_LF -> esperarLf(b, Onde.FIM);
            case FIM -> throw new IllegalStateException("examinou além do fim");
        }
        return onde != Onde.FIM && recusa == null;
    }

    private void inicio(byte b) {
        // A RFC 9112 manda tolerar uma linha em branco antes do pedido; mais que isso é lixo.
        if (b == '\r' && !linhaEmBranco) {
            linhaEmBranco = true;
            onde = Onde.INICIO_LF;
        } else {
            irOuExigir(false, Onde.METODO, Caracteres.deNome(b));
            onde = Onde.METODO;
        }
    }

    private void versao(byte b) {
        if (naVersao < VERSAO.length) {
            irOuExigir(false, Onde.VERSAO, b == VERSAO[naVersao] || (naVersao == VERSAO.length - 2 && Caracteres.digito(b)));
            if (recusa == null && b != VERSAO[naVersao]) {
                recusa = Recusa.VERSAO;
            }
        } else if (naVersao == VERSAO.length) {
            recusa = b == '0' || b == '1' ? null : Caracteres.digito(b) ? Recusa.VERSAO : Recusa.MALFORMADO;
        } else {
            irOuExigir(b == '\r', Onde.LINHA_LF, false);
        }
        naVersao++;
    }

    private void comeco(byte b) {
        if (b == '\r') {
            onde = Onde.FIM_LF;
        } else if (++cabecalhos > limites.cabecalhos()) {
            recusa = Recusa.CABECALHO_GRANDE;
        } else {
            // Espaço ou tabulação aqui é a linha continuada (obs-fold).
            irOuExigir(false, Onde.NOME, Caracteres.deNome(b));
            onde = Onde.NOME;
        }
    }

    private void esperarLf(byte b, Onde depois) {
        irOuExigir(b == '\n', depois, false);
    }

    private void irOuExigir(boolean ir, Onde depois, boolean aceito) {
        if (ir) {
            onde = depois;
        } else if (!aceito) {
            recusa = Recusa.MALFORMADO;
        }
    }
}
