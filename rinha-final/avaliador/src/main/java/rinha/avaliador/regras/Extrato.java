package rinha.avaliador.regras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import rinha.avaliador.conversa.Troca;

/// Um extrato lido com rigor: campo que falta ou de outro tipo é problema, e não zero.
record Extrato(long total, long limite, String data, List<Lancamento> ultimas) {

    record Lancamento(long valor, String tipo, String descricao, String quando) {
        boolean eh(String esperado, long centavos, String texto) {
            return tipo.equals(esperado) && valor == centavos && descricao.equals(texto);
        }

        @Override
        public String toString() {
            return tipo + " " + valor + " «" + descricao + "»";
        }
    }

    /// O que veio não é um extrato.
    static final class Ilegivel extends Exception {
        Ilegivel(String problema) {
            super(problema);
        }
    }

    static Extrato de(Troca troca) throws Ilegivel {
        exigir(troca.status() == 200, "o status é 200");
        JsonNode raiz = troca.json().orElseThrow(() -> new Ilegivel("o corpo é um objeto JSON"));
        JsonNode saldo = raiz.path("saldo");
        JsonNode ultimas = raiz.path("ultimas_transacoes");
        exigir(ultimas.isArray(), "ultimas_transacoes é uma lista");
        List<Lancamento> lidas = new ArrayList<>();
        for (JsonNode t : ultimas) {
            lidas.add(new Lancamento(inteiro(t, "valor"), texto(t, "tipo"), texto(t, "descricao"), texto(t, "realizada_em")));
        }
        return new Extrato(inteiro(saldo, "total"), inteiro(saldo, "limite"), texto(saldo, "data_extrato"), lidas);
    }

    static long inteiro(JsonNode no, String campo) throws Ilegivel {
        exigir(no.path(campo).isIntegralNumber() && no.path(campo).canConvertToLong(), campo + " é um número inteiro");
        return no.path(campo).longValue();
    }

    private static String texto(JsonNode no, String campo) throws Ilegivel {
        exigir(no.path(campo).isTextual(), campo + " é um texto");
        return no.path(campo).textValue();
    }

    private static void exigir(boolean vale, String regra) throws Ilegivel {
        if (!vale) {
            throw new Ilegivel(regra);
        }
    }
}
