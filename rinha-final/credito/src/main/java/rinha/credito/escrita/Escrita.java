package rinha.credito.escrita;

import rinha.credito.conta.Resultado;
import rinha.credito.conta.Transacao;

/// O caminho de uma transação até o disco. Muitas threads o usam ao mesmo tempo.
public sealed interface Escrita extends AutoCloseable permits EscritaSimples, EscritaEmLote {
    /// Espera a resposta, dentro do prazo; toda falha do banco vira [Resultado.Indisponivel] ou
    /// [Resultado.Recusada#DADO_RECUSADO], nunca exceção.
    Resultado enviar(Transacao transacao);

    /// Quantas transações foram aceitas e ainda não têm resposta.
    int emCurso();

    /// Recusa as novas, responde as aceitas e só então volta.
    @Override
    void close();
}
