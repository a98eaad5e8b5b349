package rinha.credito.contrato;

/// Por que um corpo não é uma transação, na frase que o cliente da API lê.
public enum Recusa implements Leitura {
    JSON_MALFORMADO("O corpo não é um objeto JSON bem formado (RFC 8259). Envie {\"valor\": 1000, \"tipo\": \"c\", \"descricao\": \"texto\"}."),
    UTF8_INVALIDO("O corpo tem bytes que não são UTF-8. Codifique o texto em UTF-8."),
    CAMPO_REPETIDO("Um campo aparece mais de uma vez. Envie cada campo uma só vez."),
    CAMPO_AUSENTE("Falta um campo. São obrigatórios valor, tipo e descricao."),
    VALOR_NAO_INTEIRO("valor não é um número inteiro. Envie centavos, sem aspas, ponto ou expoente."),
    VALOR_NAO_POSITIVO("valor é zero ou negativo. Envie um inteiro a partir de 1."),
    VALOR_FORA_DO_ALCANCE("valor passa de 9223372036854775807. Envie um inteiro que caiba em 64 bits."),
    TIPO_INVALIDO("tipo não é c nem d. Envie \"c\" para crédito ou \"d\" para débito."),
    DESCRICAO_INVALIDA("descricao não é um texto de 1 a 10 caracteres. Encurte ou preencha o texto.");

    private final String detalhe;

    Recusa(String detalhe) {
        this.detalhe = detalhe;
    }

    public String detalhe() {
        return detalhe;
    }

    Invalido comoExcecao() {
        return new Invalido(this);
    }
}
