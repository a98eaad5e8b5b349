package rinha.credito.armazenamento;

import java.sql.SQLException;
import org.sqlite.SQLiteException;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;

/// O que cada código do SQLite diz sobre o que foi gravado. O banco roda neste processo e só responde depois de
/// desfazer o que falhou: de um erro seu nunca sai um desfecho desconhecido.
/// Fonte: https://www.sqlite.org/rescode.html
final class FalhasSqlite {
    private FalhasSqlite() {}

    static FalhaDeArmazenamento traduzir(SQLException e) {
        return new FalhaDeArmazenamento(natureza(e), "SQLite: " + e.getMessage(), e);
    }

    private static Natureza natureza(SQLException e) {
        if (!(e instanceof SQLiteException falha)) {
            return Natureza.INDISPONIVEL;
        }
        // O byte baixo é o código; o resto o detalha.
        return switch (falha.getResultCode().code & 0xff) {
            case 5, 6 -> Natureza.CONFLITO;            // BUSY, LOCKED
            case 18, 19, 20 -> Natureza.DADO_RECUSADO; // TOOBIG, CONSTRAINT, MISMATCH
            default -> Natureza.INDISPONIVEL;          // READONLY, IOERR, FULL, CANTOPEN…
        };
    }
}
