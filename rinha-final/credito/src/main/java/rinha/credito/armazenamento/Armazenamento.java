package rinha.credito.armazenamento;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rinha.credito.conta.Extrato;
import rinha.credito.conta.Pagina;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Transacao;

/// Onde as contas moram. O que um método de escrita devolveu já está no disco: sobrevive à morte do processo e do banco.
///
/// Todo método pode lançar [FalhaDeArmazenamento]; nenhum espera além dos prazos da configuração.
public sealed interface Armazenamento extends AutoCloseable permits ArmazenamentoPostgres, ArmazenamentoSqlite {
    /// Leva o esquema à última versão; repetir não muda nada, e instâncias que iniciam juntas se esperam.
    void migrar();

    Resultado aplicar(Transacao transacao);

    /// Aplica todas, na ordem, num só commit; a resposta `i` é da transação `i`. Se lança, nenhuma foi aplicada,
    /// salvo com desfecho desconhecido: então repetir com o mesmo `numero` devolve o que houve, sem aplicar de novo.
    ///
    /// @param numero cresce a cada lote deste processo
    List<Resultado> aplicarLote(long numero, List<Transacao> transacoes);

    /// Vazio se o cliente não existe.
    Optional<Extrato> extrato(int cliente);

    /// As `quantas` transações logo mais velhas que `antesDe`; vazio se o cliente não existe.
    Optional<Pagina> transacoes(int cliente, long antesDe, int quantas);

    /// O limite do cliente; vazio se ele não existe.
    OptionalLong limite(int cliente);

    /// Apaga todas as transações e zera os saldos.
    void zerar();

    /// Faz uma ida ao banco; lança se ele não responde.
    void verificar();

    @Override
    void close();
}
