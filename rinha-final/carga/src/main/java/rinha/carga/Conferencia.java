package rinha.carga;

/// Confere cada resposta e fica sabendo de cada pedido sem resposta.
///
/// Quem usa a carga como biblioteca registra aqui o que o servidor aceitou. É chamada pela thread do
/// motor, uma chamada por vez, no laço quente: não bloqueie. O que ela custa aparece como ocupação do
/// gerador. O aquecimento também passa por aqui: o dinheiro dele é de verdade.
@FunctionalInterface
public interface Conferencia {

    Veredito conferir(Pedido pedido, Resposta resposta);

    /// Diz se [#conferir] lê o corpo. Se não lê, o motor não o guarda: pode ter qualquer tamanho, e chega vazio.
    default boolean olhaOCorpo() {
        return true;
    }

    /// Avisa que o pedido terminou sem resposta.
    ///
    /// @param enviado se algum byte do pedido saiu; nesse caso não se sabe se o servidor o aplicou
    default void semResposta(Pedido pedido, TipoDeErro erro, boolean enviado) {
    }

    /// Devolve a conferência que aceita qualquer corpo com um destes códigos.
    static Conferencia status(int... aceitos) {
        return new ConferenciaDeStatus(aceitos);
    }
}
