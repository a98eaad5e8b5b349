package rinha.credito.contrato;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import rinha.credito.conta.Extrato;
import rinha.credito.conta.Lancamento;
import rinha.credito.conta.Pagina;
import rinha.credito.conta.Resultado.Aprovada;

/// Os corpos das respostas 200, em bytes.
public final class RespostaJson {
    private static final byte[] LIMITE = "{\"limite\":".getBytes(US_ASCII);
    private static final byte[] SALDO = ",\"saldo\":".getBytes(US_ASCII);
    private static final byte[] FIM = "}".getBytes(US_ASCII);
    private static final byte[] TOTAL = "{\"saldo\":{\"total\":".getBytes(US_ASCII);
    private static final byte[] DATA = ",\"data_extrato\":".getBytes(US_ASCII);
    private static final byte[] LIMITE_DO_EXTRATO = ",\"limite\":".getBytes(US_ASCII);
    private static final byte[] ULTIMAS = "},\"ultimas_transacoes\":[".getBytes(US_ASCII);
    private static final byte[] FIM_DA_LISTA = "]}".getBytes(US_ASCII);
    private static final byte[] VIRGULA = ",".getBytes(US_ASCII);
    private static final byte[] VALOR = "{\"valor\":".getBytes(US_ASCII);
    private static final byte[] TIPO = ",\"tipo\":".getBytes(US_ASCII);
    private static final byte[] DESCRICAO = ",\"descricao\":".getBytes(US_ASCII);
    private static final byte[] REALIZADA_EM = ",\"realizada_em\":".getBytes(US_ASCII);
    private static final byte[] TRANSACOES = "{\"transacoes\":[".getBytes(US_ASCII);
    private static final byte[] PROXIMO_CURSOR = "],\"proximo_cursor\":".getBytes(US_ASCII);
    private static final byte[] NULO = "null".getBytes(US_ASCII);

    private RespostaJson() {}

    public static byte[] de(Aprovada aprovada) {
        return new EscritorJson(64).cru(LIMITE).numero(aprovada.limite()).cru(SALDO).numero(aprovada.saldo()).cru(FIM).bytes();
    }

    public static byte[] de(Extrato extrato) {
        var json = new EscritorJson(1_280).cru(TOTAL).numero(extrato.total()).cru(DATA).instante(extrato.data())
                .cru(LIMITE_DO_EXTRATO).numero(extrato.limite()).cru(ULTIMAS);
        lancamentos(json, extrato.ultimas());
        return json.cru(FIM_DA_LISTA).bytes();
    }

    public static byte[] de(int cliente, Pagina pagina) {
        var lista = pagina.lancamentos();
        var json = new EscritorJson(64 + lista.size() * 128).cru(TRANSACOES);
        lancamentos(json, lista);
        json.cru(PROXIMO_CURSOR);
        if (pagina.temMais()) {
            json.texto(Cursor.depoisDe(cliente, lista.getLast()).texto());
        } else {
            json.cru(NULO);
        }
        return json.cru(FIM).bytes();
    }

    private static void lancamentos(EscritorJson json, List<Lancamento> lancamentos) {
        for (int i = 0; i < lancamentos.size(); i++) {
            if (i > 0) {
                json.cru(VIRGULA);
            }
            var lancamento = lancamentos.get(i);
            json.cru(VALOR).numero(lancamento.valor()).cru(TIPO).texto(lancamento.tipo().letra())
                    .cru(DESCRICAO).texto(lancamento.descricao()).cru(REALIZADA_EM).instante(lancamento.realizadaEm()).cru(FIM);
        }
    }
}
