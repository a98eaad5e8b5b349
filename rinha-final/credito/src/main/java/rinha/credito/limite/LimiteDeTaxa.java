package rinha.credito.limite;

import java.time.Duration;

/// Quantos pedidos por segundo cada cliente pode fazer.
public sealed interface LimiteDeTaxa extends AutoCloseable permits SemLimite, LimiteLocal, LimiteRedis {
    /// Conta um pedido; zero se ele passa, senão quanto falta para o próximo passar.
    Duration esperaPara(int cliente);

    @Override
    void close();
}
