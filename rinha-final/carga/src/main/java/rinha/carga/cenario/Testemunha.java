package rinha.carga.cenario;

/// Fica sabendo do saldo que cada 200 mostrou, além do veredito da conferência.
@FunctionalInterface
public interface Testemunha {

    /// Recebe o saldo de um 200 que se pôde ler; roda na thread do motor, antes do veredito.
    void leu(Rinha2024.Operacao operacao, long saldo);
}
