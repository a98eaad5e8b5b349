package rinha.balanceador.saude;

import java.time.Duration;

/// Pergunta a um servidor se ele pode atender.
public interface Sonda {
    enum Tipo { BOA, LENTA, RUIM, NENHUMA }

    /// O que a sonda ouviu. Lenta: o prazo venceu sem resposta, o que não distingue um servidor morto de um ocupado.
    /// Nenhuma: não perguntou nada ao servidor, e nada se sabe dele.
    ///
    /// @param motivo para o log; vazio se boa
    record Resposta(Tipo tipo, String motivo) {
        static final Resposta BOA = new Resposta(Tipo.BOA, "");
        static final Resposta NENHUMA = new Resposta(Tipo.NENHUMA, "");

        static Resposta lenta(String motivo) {
            return new Resposta(Tipo.LENTA, motivo);
        }

        static Resposta ruim(String motivo) {
            return new Resposta(Tipo.RUIM, motivo);
        }
    }

    /// A que pergunta por `caminho`; sem caminho, a que só mantém os endereços em dia.
    static Sonda de(Enderecos enderecos, String caminho, Duration prazo) {
        return caminho.isEmpty() ? servidor -> {
            enderecos.resolver(servidor);
            return Resposta.NENHUMA;
        } : new SondaHttp(enderecos, caminho, prazo);
    }

    /// Pode bloquear, dentro de um prazo próprio.
    Resposta sondar(int servidor) throws InterruptedException;
}
