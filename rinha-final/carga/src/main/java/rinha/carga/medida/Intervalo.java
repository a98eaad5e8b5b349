package rinha.carga.medida;

/// O que aconteceu em um segundo da carga; as respostas contam no segundo em que chegaram.
///
/// @param inicio      segundos desde o começo da carga, com o aquecimento
/// @param devidos     pedidos que a agenda marcou para o intervalo; 0 no modelo fechado
/// @param respondidos respostas de qualquer código
/// @param erros       pedidos que deram errado, de qualquer tipo
/// @param p50Ms       percentis das latências registradas no intervalo; 0 se não houve nenhuma
/// @param ocupacao    parte do tempo que a thread do gerador passou no processador
/// @param fila        parte do tempo que ela passou pronta, à espera de um processador
/// @param atrasoMs    maior atraso do gerador em relação à agenda
public record Intervalo(double inicio, double fim, boolean aquecimento, long devidos, long enviados,
                        long respondidos, long erros, double p50Ms, double p99Ms, double p999Ms, double maxMs,
                        double ocupacao, double fila, double atrasoMs) {

    public double segundos() {
        return fim - inicio;
    }

    /// Respostas por segundo.
    public double vazao() {
        return respondidos / segundos();
    }
}
