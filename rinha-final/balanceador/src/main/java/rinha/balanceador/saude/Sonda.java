package rinha.balanceador.saude;

/// Pergunta a um servidor se ele pode atender.
public interface Sonda {
    enum Tipo { BOA, LENTA, RUIM }

    /// O que a sonda ouviu. Lenta: o prazo venceu sem resposta, o que não distingue um servidor morto de um ocupado.
    ///
    /// @param motivo para o log; vazio se boa
    record Resposta(Tipo tipo, String motivo) {
        static final Resposta BOA = new Resposta(Tipo.BOA, "");

        static Resposta lenta(String motivo) {
            return new Resposta(Tipo.LENTA, motivo);
        }

        static Resposta ruim(String motivo) {
            return new Resposta(Tipo.RUIM, motivo);
        }
    }

    /// Pode bloquear, dentro de um prazo próprio.
    Resposta sondar(int servidor) throws InterruptedException;
}
