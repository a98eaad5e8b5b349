package rinha.arena.orcamento;

/// O que a Rinha dá a todos os serviços juntos. «MB» é o do Docker: 1024 × 1024 bytes.
///
/// @param cpus    processadores, somados
/// @param bytes   memória, somada
public record Orcamento(double cpus, long bytes) {
    public static final Orcamento DA_RINHA = new Orcamento(1.5, 550L << 20);

    public Orcamento {
        if (!(cpus > 0) || bytes <= 0) {
            throw new IllegalArgumentException("Veio %s CPU e %d bytes; os dois são maiores que zero".formatted(cpus, bytes));
        }
    }

    public long megabytes() {
        return bytes >> 20;
    }
}
