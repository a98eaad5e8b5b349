package rinha.arena.orcamento;

import java.util.List;
import java.util.Optional;

/// O lugar em que os serviços rodam juntos: impõe o orçamento, onde o sistema deixa, e mede o que cada um gasta.
public sealed interface Cerca extends AutoCloseable permits CercaDeCgroups, CercaSemLimite {

    /// O que vem antes do comando de um serviço, para que ele já nasça dentro da cerca.
    List<String> prefixo(String servico);

    /// O que o serviço gastou até agora; vazio se não há serviço vivo com este nome.
    ///
    /// @param pid o processo principal dele
    Optional<Consumo> consumo(String servico, long pid);

    /// Quantas vezes o limite mordeu até agora; vazio se não há limite.
    Optional<Mordidas> mordidas();

    /// Uma frase: o orçamento é imposto, ou só medido e por quê.
    String descricao();

    default boolean impoe() {
        return mordidas().isPresent();
    }

    /// Desfaz a cerca; chame depois que os serviços acabaram.
    @Override
    void close();

    /// @param pausasDeCpu     períodos de 100 ms em que a CPU do orçamento acabou
    /// @param segundosParado  quanto os serviços esperaram por isso, somados os processadores
    /// @param mortesPorMemoria processos que o sistema matou por falta de memória
    record Mordidas(long pausasDeCpu, double segundosParado, long mortesPorMemoria) {}
}
