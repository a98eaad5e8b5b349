package rinha.avaliador;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// O que cada processo do sistema avaliado gastou. Quem o põe de pé mede e entrega.
///
/// @param descricao   o que foi posto de pé, numa frase
/// @param duracao     tempo em que se mediu
/// @param limiteCpu   processadores para todos juntos (na Rinha, 1,5); vazio se não há limite
/// @param limiteBytes memória para todos juntos (na Rinha, 550 MB); vazio se não há limite
/// @param imposto     se os limites foram impostos; falso, só medidos
/// @param comoFoi     como foram impostos, ou por que não puderam ser
/// @param picoBytes   maior memória de todos juntos num mesmo instante: nunca mais do que a soma dos picos
public record Sistema(String descricao, Duration duracao, OptionalDouble limiteCpu, OptionalLong limiteBytes,
                      boolean imposto, String comoFoi, long picoBytes, List<Processo> processos) {

    public Sistema {
        processos = List.copyOf(processos);
    }

    /// Um processo.
    ///
    /// @param cpuSegundos segundos de processador gastos enquanto se mediu
    /// @param picoBytes   maior memória residente vista
    public record Processo(String nome, long pid, double cpuSegundos, long picoBytes) {
    }

    public double cpuSegundos() {
        return processos.stream().mapToDouble(Processo::cpuSegundos).sum();
    }

    /// Processadores usados, em média, por todos juntos.
    public double cpuMedia() {
        return cpuMedia(cpuSegundos());
    }

    /// Processadores usados, em média, por quem gastou estes segundos.
    public double cpuMedia(double segundos) {
        return duracao.isZero() ? 0 : segundos / (duracao.toNanos() / 1e9);
    }
}
