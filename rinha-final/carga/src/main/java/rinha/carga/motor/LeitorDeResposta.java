package rinha.carga.motor;

import java.util.Arrays;

/// Lê uma resposta HTTP/1.1 aos pedaços, como quer que a rede a corte, até saber que terminou.
///
/// Não guarda referência ao que recebe. A linha e o corpo ficam em vetores que crescem e são reusados
/// pela conexão: uma resposta comum não aloca nada.
final class LeitorDeResposta {

    static final int MAXIMO_DO_CORPO = 16 << 20;
    private static final int MAXIMO_DOS_CABECALHOS = 64 << 10;

    private enum Etapa { STATUS, CABECALHOS, CORPO, CORPO_ATE_FECHAR, TAMANHO_DO_PEDACO, PEDACO, FIM_DO_PEDACO, TRAILERS, COMPLETA }

    private final Cabecalhos cabecalhos = new Cabecalhos();
    private Etapa etapa = Etapa.STATUS;
    private byte[] linha = new byte[128];
    private int tamanhoDaLinha;
    private int bytesDeCabecalho;
    private byte[] corpo = new byte[256];
    private int tamanho;
    private long falta;
    private boolean comecou;

    /// Prepara a leitura da próxima resposta.
    void recomecar() {
        cabecalhos.recomecar();
        etapa = Etapa.STATUS;
        tamanhoDaLinha = 0;
        bytesDeCabecalho = 0;
        tamanho = 0;
        comecou = false;
    }

    /// Consome os bytes `[0, n)` e diz se a resposta terminou.
    ///
    /// @throws RespostaInvalida se não é HTTP/1.1, ou se sobram bytes que ninguém pediu
    boolean consumir(byte[] b, int n) throws RespostaInvalida {
        comecou |= n > 0;
        int i = 0;
        while (i < n && etapa != Etapa.COMPLETA) {
            i = switch (etapa) {
                case CORPO, PEDACO -> copiar(b, i, n);
                case CORPO_ATE_FECHAR -> {
                    falta = n - i;
                    yield copiar(b, i, n);
                }
                default -> acumular(b, i, n);
            };
        }
        if (i < n) {
            throw new RespostaInvalida((n - i) + " bytes depois do fim da resposta");
        }
        return etapa == Etapa.COMPLETA;
    }

    /// O servidor fechou: devolve se isso termina a resposta, como no corpo sem tamanho.
    boolean fimDoFluxo() {
        return etapa == Etapa.CORPO_ATE_FECHAR;
    }

    private int acumular(byte[] b, int i, int n) throws RespostaInvalida {
        int fim = i;
        while (fim < n && b[fim] != '\n') {
            fim++;
        }
        int bytes = fim - i;
        bytesDeCabecalho += bytes + 1;
        if (bytesDeCabecalho > MAXIMO_DOS_CABECALHOS) {
            throw new RespostaInvalida("mais de 64 KiB de cabeçalhos");
        }
        if (tamanhoDaLinha + bytes > linha.length) {
            linha = Arrays.copyOf(linha, Math.max(linha.length * 2, tamanhoDaLinha + bytes));
        }
        System.arraycopy(b, i, linha, tamanhoDaLinha, bytes);
        tamanhoDaLinha += bytes;
        if (fim == n) {
            return n;
        }
        int uteis = tamanhoDaLinha > 0 && linha[tamanhoDaLinha - 1] == '\r' ? tamanhoDaLinha - 1 : tamanhoDaLinha;
        tamanhoDaLinha = 0;
        fecharLinha(uteis);
        return fim + 1;
    }

    private void fecharLinha(int n) throws RespostaInvalida {
        switch (etapa) {
            case STATUS -> {
                cabecalhos.linhaDeStatus(linha, n);
                etapa = Etapa.CABECALHOS;
            }
            case CABECALHOS -> {
                if (n == 0) {
                    comecarCorpo();
                } else {
                    cabecalhos.cabecalho(linha, n);
                }
            }
            case TAMANHO_DO_PEDACO -> comecarPedaco(n);
            case FIM_DO_PEDACO -> {
                if (n != 0) {
                    throw new RespostaInvalida("o pedaço não termina onde o tamanho diz");
                }
                etapa = Etapa.TAMANHO_DO_PEDACO;
            }
            case TRAILERS -> etapa = n == 0 ? Etapa.COMPLETA : Etapa.TRAILERS;
            default -> throw new IllegalStateException("linha na etapa " + etapa);
        }
    }

    private void comecarCorpo() throws RespostaInvalida {
        cabecalhos.conferir();
        int status = cabecalhos.status();
        if (status == 101) {
            throw new RespostaInvalida("101: o servidor trocou de protocolo sem que se pedisse");
        }
        if (status < 200) {
            cabecalhos.recomecar();
            etapa = Etapa.STATUS;
        } else if (status == 204 || status == 304 || cabecalhos.tamanho() == 0) {
            etapa = Etapa.COMPLETA;
        } else if (cabecalhos.chunked()) {
            etapa = Etapa.TAMANHO_DO_PEDACO;
        } else if (cabecalhos.tamanho() > 0) {
            exigirQueCaiba(falta = cabecalhos.tamanho());
            etapa = Etapa.CORPO;
        } else {
            etapa = Etapa.CORPO_ATE_FECHAR;
        }
    }

    private void comecarPedaco(int n) throws RespostaInvalida {
        bytesDeCabecalho = 0;
        falta = TamanhoDoPedaco.ler(linha, n);
        exigirQueCaiba(tamanho + falta);
        etapa = falta == 0 ? Etapa.TRAILERS : Etapa.PEDACO;
    }

    private static void exigirQueCaiba(long bytes) throws RespostaInvalida {
        if (bytes > MAXIMO_DO_CORPO) {
            throw new RespostaInvalida("corpo de mais de 16 MiB; o gerador não guarda tanto");
        }
    }

    private int copiar(byte[] b, int i, int n) throws RespostaInvalida {
        int bytes = (int) Math.min(falta, n - i);
        exigirQueCaiba((long) tamanho + bytes);
        if (tamanho + bytes > corpo.length) {
            corpo = Arrays.copyOf(corpo, Math.max(corpo.length * 2, tamanho + bytes));
        }
        System.arraycopy(b, i, corpo, tamanho, bytes);
        tamanho += bytes;
        falta -= bytes;
        if (falta == 0 && etapa != Etapa.CORPO_ATE_FECHAR) {
            etapa = etapa == Etapa.PEDACO ? Etapa.FIM_DO_PEDACO : Etapa.COMPLETA;
        }
        return i + bytes;
    }

    /// Descreve onde a leitura parou, para a mensagem de erro de quem viu a conexão cair.
    String ondeParou() {
        return switch (etapa) {
            case STATUS, CABECALHOS -> comecou ? "no meio dos cabeçalhos" : "antes do primeiro byte da resposta";
            case CORPO -> "no meio do corpo: " + tamanho + " de " + (tamanho + falta) + " bytes";
            default -> "no meio do corpo em pedaços: " + tamanho + " bytes até ali";
        };
    }

    int status() {
        return cabecalhos.status();
    }

    boolean conexaoFecha() {
        return cabecalhos.fecha() || etapa == Etapa.CORPO_ATE_FECHAR;
    }

    byte[] corpo() {
        return corpo;
    }

    int tamanho() {
        return tamanho;
    }
}
