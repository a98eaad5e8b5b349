package rinha.arena.orcamento;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Sem cgroups que se possam escrever: mede pelos processos e não limita nada.
final class CercaSemLimite implements Cerca {
    private final String porque;

    CercaSemLimite(String porque) {
        this.porque = porque;
    }

    @Override
    public List<String> prefixo(String servico) {
        return List.of();
    }

    /// Soma o processo e os filhos dele: o PostgreSQL tem um por conexão.
    @Override
    public Optional<Consumo> consumo(String servico, long pid) {
        return ProcessHandle.of(pid).map(principal -> {
            var todos = Stream.concat(Stream.of(principal), principal.descendants()).toList();
            var cpu = todos.stream().map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
            return new Consumo(cpu, MemoriaDoProcesso.somar(todos));
        });
    }

    @Override
    public Optional<Mordidas> mordidas() {
        return Optional.empty();
    }

    @Override
    public String descricao() {
        return "só medido: " + porque;
    }

    @Override
    public void close() {
        // Nada foi criado.
    }
}
