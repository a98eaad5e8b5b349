package rinha.credito.conta;

import java.util.List;

/// Um pedaço da história de um cliente, da transação mais nova para a mais velha.
///
/// @param temMais há transações mais velhas que a última desta página
public record Pagina(List<Lancamento> lancamentos, boolean temMais) {
    public Pagina {
        lancamentos = List.copyOf(lancamentos);
        if (temMais && lancamentos.isEmpty()) {
            throw new IllegalArgumentException("temMais=true numa página vazia: sem última transação não há de onde continuar");
        }
    }
}
