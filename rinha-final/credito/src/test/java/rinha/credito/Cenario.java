package rinha.credito;

import java.util.Map;

/// As quatro montagens que precisam se comportar igual.
enum Cenario {
    POSTGRES_LOTE("postgres", "lote"),
    POSTGRES_SIMPLES("postgres", "simples"),
    SQLITE_LOTE("sqlite", "lote"),
    SQLITE_SIMPLES("sqlite", "simples");

    private final String armazenamento;
    private final String escrita;

    Cenario(String armazenamento, String escrita) {
        this.armazenamento = armazenamento;
        this.escrita = escrita;
    }

    Map<String, String> ambiente() {
        return Map.of("CREDITO_ARMAZENAMENTO", armazenamento, "CREDITO_ESCRITA", escrita);
    }

    boolean noPostgres() {
        return armazenamento.equals("postgres");
    }
}
