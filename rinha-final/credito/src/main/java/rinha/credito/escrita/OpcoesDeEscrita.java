package rinha.credito.escrita;

import java.time.Duration;

/// Quanto se aceita e quanto se espera.
///
/// @param fila quantas transações esperam ao mesmo tempo; a seguinte é recusada na hora
/// @param tamanhoDoLote quantas vão juntas, no máximo
/// @param esperaPorCompanhia quanto um lote espera por mais, quando os anteriores foram maiores; zero nunca espera
/// @param prazo quanto uma transação espera antes de ser enviada ao banco
/// @param prazoDoDesfecho quanto se insiste para saber se um lote interrompido foi aplicado
public record OpcoesDeEscrita(int fila, int tamanhoDoLote, Duration esperaPorCompanhia, Duration prazo, Duration prazoDoDesfecho) {
    public OpcoesDeEscrita {
        if (fila < 1 || tamanhoDoLote < 1) {
            throw new IllegalArgumentException("fila=%d, lote=%d: os dois começam em 1; corrija CREDITO_FILA_TAMANHO e CREDITO_LOTE_TAMANHO".formatted(fila, tamanhoDoLote));
        }
        if (!prazo.isPositive() || !prazoDoDesfecho.isPositive()) {
            throw new IllegalArgumentException("prazo=%s, desfecho=%s: precisam ser positivos; corrija CREDITO_PRAZO_ESCRITA_MS e CREDITO_PRAZO_DESFECHO_MS".formatted(prazo, prazoDoDesfecho));
        }
    }
}
