package rinha.credito.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.escrita.Escrita;
import rinha.credito.limite.LimiteDeTaxa;
import rinha.credito.observacao.Metricas;

/// O que as rotas usam; quem monta fecha.
///
/// @param metricas vazio: nada se mede e `/metrics` não existe
/// @param reset aceita `POST /reset`
/// @param preparado se o esquema do banco já está na última versão
public record Dependencias(Armazenamento armazenamento, Escrita escrita, LimiteDeTaxa limite, Duration cacheDeClientes,
        Optional<Metricas> metricas, boolean reset, BooleanSupplier preparado) {
    Clientes clientes() {
        return cacheDeClientes.isZero() ? Clientes.semCache(armazenamento) : Clientes.comCache(armazenamento, cacheDeClientes);
    }
}
