package rinha.carga.motor;

import rinha.carga.Pedido;
import rinha.carga.TipoDeErro;

/// Decide o que enviar, quando e por qual conexão.
interface Despachante {

    /// Não há hora marcada: só as respostas movem a carga.
    long NUNCA = Long.MAX_VALUE;

    /// Envia tudo o que é devido até `agora`.
    void despachar(long agora);

    /// A conexão terminou um pedido, com resposta ou (`falhou`) sem ela.
    void liberada(Canal canal, boolean falhou, long agora);

    /// O servidor fechou uma conexão ociosa.
    void fechouLivre(Canal canal);

    /// Instante em que `despachar` tem de ser chamado de novo, ou [#NUNCA].
    long proximoInstante();

    /// Deixa de enviar; o que está em curso continua.
    void encerrar();

    /// Diz se não há mais nada a enviar.
    boolean terminou(long agora);

    /// Quem registra o pedido que nem chegou a tomar uma conexão.
    @FunctionalInterface
    interface Desistencia {
        void semConexao(Pedido pedido, TipoDeErro tipo, long pretendido, long agora);
    }
}
