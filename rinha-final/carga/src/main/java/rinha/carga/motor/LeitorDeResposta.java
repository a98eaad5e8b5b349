package rinha.carga.motor;

import java.util.Arrays;
import rinha.carga.medida.Numeros;

/// Lê uma resposta HTTP/1.1 aos pedaços, como quer que a rede a corte, até saber que terminou.
///
/// Não guarda referência ao que recebe. Uma resposta comum não aloca nada: linha e corpo ficam em vetores
/// da conexão.
public final class LeitorDeResposta {

    private enum Etapa { STATUS, CABECALHOS, CORPO, CORPO_ATE_FECHAR, TAMANHO_DO_PEDACO, PEDACO, FIM_DO_PEDACO, TRAILERS, COMPLETA }

    private final Cabecalhos cabecalhos = new Cabecalhos();
    private final Linhas linhas = new Linhas();
    private final Corpo corpo;
    private Etapa etapa = Etapa.STATUS;
    private long falta;
    private boolean comecou;

    /// @param maximoDoCorpo bytes de corpo que se aceita guardar; a resposta maior é [RespostaInvalida]
    public LeitorDeResposta(int maximoDoCorpo) {
        this(Corpo.guardado(maximoDoCorpo));
    }

    LeitorDeResposta(Corpo corpo) {
        this.corpo = corpo;
        recomecar();
    }

    /// Prepara a leitura da próxima resposta.
    void recomecar() {
        cabecalhos.recomecar();
        linhas.recomecar();
        corpo.recomecar();
        etapa = Etapa.STATUS;
        comecou = false;
    }

    /// Consome os bytes `[0, n)` e diz se a resposta terminou.
    ///
    /// @throws RespostaInvalida se não é HTTP/1.1, ou se sobram bytes que ninguém pediu
    public boolean consumir(byte[] b, int n) throws RespostaInvalida {
        comecou |= n > 0;
        int i = 0;
        while (i < n && etapa != Etapa.COMPLETA) {
            i = switch (etapa) {
                case CORPO, PEDACO -> copiar(b, i, n);
                case CORPO_ATE_FECHAR -> {
                    corpo.juntar(b, i, n - i);
                    yield n;
                }
                default -> linha(b, i, n);
            };
        }
        if (i < n) {
            throw new RespostaInvalida(Numeros.quantos(n - i, "byte", "bytes") + " depois do fim da resposta");
        }
        return etapa == Etapa.COMPLETA;
    }

    /// O servidor fechou: devolve se isso termina a resposta, como no corpo sem tamanho.
    public boolean fimDoFluxo() {
        return etapa == Etapa.CORPO_ATE_FECHAR;
    }

    private int copiar(byte[] b, int i, int n) throws RespostaInvalida {
        int bytes = (int) Math.min(falta, n - i);
        corpo.juntar(b, i, bytes);
        falta -= bytes;
        if (falta == 0) {
            etapa = etapa == Etapa.PEDACO ? Etapa.FIM_DO_PEDACO : Etapa.COMPLETA;
        }
        return i + bytes;
    }

    private int linha(byte[] b, int i, int n) throws RespostaInvalida {
        int parou = linhas.acumular(b, i, n);
        if (linhas.completa()) {
            fecharLinha(linhas.bytes(), linhas.tamanho());
        }
        return parou;
    }

    private void fecharLinha(byte[] linha, int n) throws RespostaInvalida {
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
            case TAMANHO_DO_PEDACO -> comecarPedaco(TamanhoDoPedaco.ler(linha, n));
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
            falta = cabecalhos.tamanho();
            corpo.exigirQueCaiba(falta);
            etapa = Etapa.CORPO;
        } else {
            etapa = Etapa.CORPO_ATE_FECHAR;
        }
    }

    private void comecarPedaco(int bytes) throws RespostaInvalida {
        linhas.zerarTotal();
        falta = bytes;
        corpo.exigirQueCaiba(corpo.recebidos() + falta);
        etapa = falta == 0 ? Etapa.TRAILERS : Etapa.PEDACO;
    }

    /// Descreve onde a leitura parou, para a mensagem de erro de quem viu a conexão cair.
    public String ondeParou() {
        return switch (etapa) {
            case STATUS, CABECALHOS -> comecou ? "no meio dos cabeçalhos" : "antes do primeiro byte da resposta";
            case CORPO -> "no meio do corpo: " + corpo.recebidos() + " de " + (corpo.recebidos() + falta) + " bytes";
            default -> "no meio do corpo em pedaços: " + corpo.recebidos() + " bytes até ali";
        };
    }

    public int status() {
        return cabecalhos.status();
    }

    boolean conexaoFecha() {
        return cabecalhos.fecha() || etapa == Etapa.CORPO_ATE_FECHAR;
    }

    /// Devolve uma cópia do corpo recebido até aqui.
    public byte[] bytesDoCorpo() {
        return Arrays.copyOf(corpo.bytes(), corpo.tamanho());
    }

    Corpo corpo() {
        return corpo;
    }
}
