package rinha.avaliador;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/// O corpo de uma transação, conferido campo a campo: como pede o contrato, ou com os defeitos pedidos.
final class CorpoDeProva {

    private final Set<Defeito> defeitos;

    CorpoDeProva(Set<Defeito> defeitos) {
        this.defeitos = defeitos;
    }

    boolean serve(JsonNode t) {
        return valor(t.path("valor")) && tipo(t.path("tipo")) && descricao(t.path("descricao"));
    }

    /// O tipo como é gravado: quem aceita um que não existe o toma por crédito.
    String tipo(String enviado) {
        return enviado.toLowerCase(Locale.ROOT).equals("d") ? "d" : "c";
    }

    private boolean valor(JsonNode valor) {
        if (valor.isMissingNode() || valor.isNull()) {
            return com(valor.isNull() ? Defeito.ACEITA_VALOR_NULO : Defeito.ACEITA_SEM_VALOR);
        }
        boolean numero = valor.isIntegralNumber() && valor.canConvertToLong() || valor.isNumber() && !valor.isIntegralNumber() && com(Defeito.ACEITA_VALOR_FRACIONARIO)
                || valor.isTextual() && com(Defeito.ACEITA_VALOR_EM_TEXTO);
        long n = valor.asLong();
        return numero && (n > 0 || com(n < 0 ? Defeito.ACEITA_VALOR_NEGATIVO : Defeito.ACEITA_VALOR_ZERO));
    }

    private boolean tipo(JsonNode tipo) {
        if (!tipo.isTextual()) {
            return tipo.isMissingNode() && com(Defeito.ACEITA_SEM_TIPO);
        }
        return switch (tipo.textValue()) {
            case "c", "d" -> true;
            case "C", "D" -> com(Defeito.ACEITA_TIPO_MAIUSCULO);
            case "" -> com(Defeito.ACEITA_TIPO_VAZIO);
            default -> com(Defeito.ACEITA_TIPO_DESCONHECIDO);
        };
    }

    private boolean descricao(JsonNode descricao) {
        if (!descricao.isTextual()) {
            return com(descricao.isMissingNode() ? Defeito.ACEITA_SEM_DESCRICAO : descricao.isNull() ? Defeito.ACEITA_DESCRICAO_NULA : Defeito.ACEITA_DESCRICAO_NUMERO);
        }
        String texto = descricao.textValue();
        return switch (texto.codePointCount(0, texto.length())) {
            case 0 -> com(Defeito.ACEITA_DESCRICAO_VAZIA);
            case 1 -> !com(Defeito.RECUSA_DESCRICAO_DE_1);
            case 2, 3, 4, 5, 6, 7, 8, 9, 10 -> true;
            default -> com(Defeito.ACEITA_DESCRICAO_LONGA);
        };
    }

    private boolean com(Defeito defeito) {
        return defeitos.contains(defeito);
    }
}
