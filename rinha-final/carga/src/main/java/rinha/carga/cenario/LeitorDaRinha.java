package rinha.carga.cenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/// Lê as duas respostas do contrato, em qualquer ordem de campos, sem montar árvore.
final class LeitorDaRinha {

    private LeitorDaRinha() {
    }

    /// Lê `{"limite": n, "saldo": n}`.
    static ConferenciaDaRinha.Lido transacao(JsonParser p) throws IOException {
        exigirObjeto(p.nextToken(), "a resposta");
        ConferenciaDaRinha.Lido lido = saldo(p, "saldo");
        exigirFim(p);
        return lido;
    }

    /// Lê `{"saldo": {"total": n, "limite": n, …}, "ultimas_transacoes": […]}`.
    static ConferenciaDaRinha.Lido extrato(JsonParser p) throws IOException {
        exigirObjeto(p.nextToken(), "a resposta");
        ConferenciaDaRinha.Lido saldo = null;
        int transacoes = -1;
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String campo = p.currentName();
            JsonToken valor = p.nextToken();
            if (campo.equals("saldo")) {
                exigirObjeto(valor, "saldo");
                saldo = saldo(p, "total");
            } else if (campo.equals("ultimas_transacoes")) {
                transacoes = contar(p);
            } else {
                p.skipChildren();
            }
        }
        exigirFim(p);
        if (saldo == null || transacoes < 0) {
            throw new IOException("faltam saldo ou ultimas_transacoes");
        }
        return new ConferenciaDaRinha.Lido(saldo.saldo(), saldo.limite(), transacoes);
    }

    private static ConferenciaDaRinha.Lido saldo(JsonParser p, String nomeDoSaldo) throws IOException {
        long saldo = 0;
        long limite = 0;
        int vistos = 0;
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String campo = p.currentName();
            p.nextToken();
            if (campo.equals(nomeDoSaldo)) {
                saldo = inteiro(p, campo);
                vistos |= 1;
            } else if (campo.equals("limite")) {
                limite = inteiro(p, campo);
                vistos |= 2;
            } else {
                p.skipChildren();
            }
        }
        if (vistos != 3) {
            throw new IOException("faltam limite ou " + nomeDoSaldo);
        }
        return new ConferenciaDaRinha.Lido(saldo, limite, 0);
    }

    private static int contar(JsonParser p) throws IOException {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            throw new IOException("ultimas_transacoes não é uma lista");
        }
        int n = 0;
        for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
            exigirObjeto(t, "cada transação");
            p.skipChildren();
            n++;
        }
        return n;
    }

    private static long inteiro(JsonParser p, String campo) throws IOException {
        if (p.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException(campo + " não é um número inteiro");
        }
        return p.getLongValue();
    }

    private static void exigirObjeto(JsonToken visto, String oQue) throws IOException {
        if (visto != JsonToken.START_OBJECT) {
            throw new IOException(oQue + " não é um objeto");
        }
    }

    private static void exigirFim(JsonParser p) throws IOException {
        if (p.currentToken() != JsonToken.END_OBJECT || p.nextToken() != null) {
            throw new IOException("há algo fora do objeto, ou ele não fecha");
        }
    }
}
