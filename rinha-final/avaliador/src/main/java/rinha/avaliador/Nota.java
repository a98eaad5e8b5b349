package rinha.avaliador;

import java.util.List;

/// A nota oficial em dólares, com as contas à vista.
///
/// Fonte: `RESULTADOS-HEADER.md` do repositório da Rinha 2024-Q1. Contrato de USD 100.000,00; multa do SLA de
/// `(98 − % de respostas boas em menos de 250 ms) × USD 1.000,00`; multa de USD 803,01 por resposta com
/// inconsistência de saldo. Aqui a nota não passa de zero para baixo.
///
/// @param porcentagem      respostas boas em menos de 250 ms, de 0 a 100; 100 se nenhuma foi medida
/// @param boas             respostas que contam a favor
/// @param pedidos          todas as que contam
/// @param inconsistencias  quantas se viram
/// @param motivos          por que a nota não vale; vazio se vale
public record Nota(double porcentagem, long boas, long pedidos, long inconsistencias, Dolares multaDoSla,
                   Dolares multaDoSaldo, Dolares valor, List<String> motivos) {

    public static final Dolares CONTRATO = new Dolares(100_000_00);
    public static final Dolares POR_INCONSISTENCIA = new Dolares(803_01);
    public static final double SLA = 98;

    public Nota {
        motivos = List.copyOf(motivos);
    }

    /// Faz a conta.
    public static Nota de(long boas, long pedidos, long inconsistencias, List<String> motivos) {
        double porcentagem = pedidos == 0 ? 100 : 100.0 * boas / pedidos;
        Dolares sla = multaDoSla(porcentagem);
        Dolares saldo = POR_INCONSISTENCIA.vezes(inconsistencias);
        Dolares resta = CONTRATO.menos(sla).menos(saldo);
        return new Nota(porcentagem, boas, pedidos, inconsistencias, sla, saldo,
                resta.maisQueZero() ? resta : Dolares.ZERO, motivos);
    }

    /// Devolve a multa do SLA por esta porcentagem de respostas boas.
    public static Dolares multaDoSla(double porcentagem) {
        return Dolares.de(Math.max(0, (SLA - porcentagem) * 1000));
    }

    /// Diz se a nota pode ser comparada com outras.
    public boolean vale() {
        return motivos.isEmpty();
    }

    public boolean cheia() {
        return valor.equals(CONTRATO);
    }
}
