package rinha.credito.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import rinha.credito.armazenamento.Armazenamento;

/// Quais clientes existem. É o que se pode guardar: o limite só muda por operação, e o saldo, a cada transação, nunca entra aqui.
///
/// O limite que a API responde vem sempre do banco, junto com o saldo.
interface Clientes {
    int MAXIMO_GUARDADO = 100_000;

    boolean existe(int cliente);

    /// Pergunta ao banco toda vez.
    static Clientes semCache(Armazenamento armazenamento) {
        return cliente -> armazenamento.limite(cliente).isPresent();
    }

    /// Lembra também de quem não existe, para que ids inventados não cheguem ao banco. Passado o prazo, renova por trás:
    /// ninguém espera, e com o banco fora vale o que se sabia.
    static Clientes comCache(Armazenamento armazenamento, Duration validade) {
        LoadingCache<Integer, OptionalLong> limites = Caffeine.newBuilder()
                .maximumSize(MAXIMO_GUARDADO).refreshAfterWrite(validade)
                .executor(Executors.newVirtualThreadPerTaskExecutor()).build(armazenamento::limite);
        return cliente -> limites.get(cliente).isPresent();
    }
}
