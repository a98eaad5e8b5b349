package rinha.credito.contrato;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Uma resposta de erro em `application/problem+json` (RFC 9457), montada uma vez: recusar não pode custar mais que aceitar.
public final class Problema {
    public static final String TIPO_DE_CONTEUDO = "application/problem+json";

    private final int status;
    private final byte[] corpo;

    public Problema(int status, String titulo, String detalhe) {
        this.status = status;
        corpo = new EscritorJson(256)
                .cru("{\"title\":".getBytes(US_ASCII)).texto(titulo)
                .cru(",\"status\":".getBytes(US_ASCII)).numero(status)
                .cru(",\"detail\":".getBytes(US_ASCII)).texto(detalhe)
                .cru("}".getBytes(US_ASCII)).bytes();
    }

    public int status() {
        return status;
    }

    /// O corpo compartilhado: quem o recebe não o altera.
    public byte[] corpo() {
        return corpo;
    }
}
