package rinha.credito.armazenamento;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;

/// O que cada SQLSTATE diz sobre o que foi gravado.
/// Fonte: https://www.postgresql.org/docs/18/errcodes-appendix.html
final class FalhasPostgres {
    private FalhasPostgres() {}

    static FalhaDeArmazenamento traduzir(SQLException e) {
        return new FalhaDeArmazenamento(natureza(e), "PostgreSQL, SQLSTATE %s: %s".formatted(e.getSQLState(), e.getMessage()), e);
    }

    private static Natureza natureza(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            // O pool não entregou conexão: o pedido nem saiu daqui.
            return Natureza.INDISPONIVEL;
        }
        String estado = e.getSQLState();
        if (estado == null || estado.length() != 5) {
            return Natureza.DESFECHO_DESCONHECIDO;
        }
        return switch (estado) {
            // Impasse, falha de serialização, trava que não veio, statement_timeout.
            case "40P01", "40001", "55P03", "57014" -> Natureza.CONFLITO;
            // O servidor recusou a conexão: iniciando, encerrando ou cheio.
            case "57P03", "53300", "08001", "08004" -> Natureza.INDISPONIVEL;
            default -> porClasse(estado.substring(0, 2));
        };
    }

    private static Natureza porClasse(String classe) {
        return switch (classe) {
            case "22", "23" -> Natureza.DADO_RECUSADO;
            // 08: conexão; 57: operador; 58 e XX: erro do sistema ou interno. Podem chegar depois do COMMIT.
            case "08", "57", "58", "XX" -> Natureza.DESFECHO_DESCONHECIDO;
            // O servidor respondeu que a transação falhou: somente leitura (25), recursos e disco cheio (53), esquema (42)…
            default -> Natureza.INDISPONIVEL;
        };
    }
}
