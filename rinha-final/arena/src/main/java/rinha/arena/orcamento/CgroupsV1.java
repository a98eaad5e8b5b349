package rinha.arena.orcamento;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A versão 1: uma árvore para cada recurso.
///
/// @param cpu      a nossa pasta na árvore `cpu`, com o limite
/// @param cpuacct  a nossa pasta na árvore `cpuacct`, que conta o tempo; pode ser a mesma
/// @param memoria  a nossa pasta na árvore `memory`, com o limite
record CgroupsV1(Path cpu, Path cpuacct, Path memoria) implements ArvoreDeCgroups {
    private static final int PERIODO_US = 100_000;
    /// Um cgroup pesa como um processo só: sem isto, numa máquina ocupada, o sistema inteiro teria a vez de um.
    private static final int PESO = 4 * 1024;

    /// Cria as pastas e põe os limites; `IOException` se o sistema não deixa.
    static CgroupsV1 criar(Path raizCpu, Path raizCpuacct, Path raizMemoria, Orcamento orcamento) throws IOException {
        Stream.of(raizCpu, raizCpuacct, raizMemoria).distinct().forEach(PastaDeCgroup::recolherAbandonadas);
        String nome = PastaDeCgroup.nomeNovo();
        var nova = new CgroupsV1(raizCpu.resolve(nome), raizCpuacct.resolve(nome), raizMemoria.resolve(nome));
        try {
            for (Path pasta : nova.pastas()) {
                Files.createDirectory(pasta);
            }
            PastaDeCgroup.escrever(nova.cpu.resolve("cpu.cfs_period_us"), PERIODO_US);
            PastaDeCgroup.escrever(nova.cpu.resolve("cpu.cfs_quota_us"), Math.round(orcamento.cpus() * PERIODO_US));
            PastaDeCgroup.escrever(nova.cpu.resolve("cpu.shares"), PESO);
            if (PastaDeCgroup.numero(nova.memoria.resolve("memory.use_hierarchy")).orElse(1) != 1) {
                PastaDeCgroup.escrever(nova.memoria.resolve("memory.use_hierarchy"), 1);
            }
            PastaDeCgroup.escrever(nova.memoria.resolve("memory.limit_in_bytes"), orcamento.bytes());
            // Memória e troca somadas: o limite acima não conta o que foi para o disco. Se o núcleo não conta a troca, não há o arquivo.
            Path comTroca = nova.memoria.resolve("memory.memsw.limit_in_bytes");
            if (Files.exists(comTroca)) {
                PastaDeCgroup.escrever(comTroca, orcamento.bytes());
            }
            nova.abrir("ensaio");
            return nova;
        } catch (IOException e) {
            nova.remover();
            throw e;
        }
    }

    @Override
    public String nome() {
        return "cgroups v1";
    }

    private List<Path> pastas() {
        return Stream.of(cpu, cpuacct, memoria).distinct().toList();
    }

    @Override
    public List<Path> abrir(String servico) throws IOException {
        for (Path pasta : pastas()) {
            Files.createDirectories(pasta.resolve(servico));
        }
        return pastas().stream().map(p -> p.resolve(servico).resolve("cgroup.procs")).toList();
    }

    @Override
    public Optional<Consumo> consumo(String servico) {
        var usado = PastaDeCgroup.numero(cpuacct.resolve(servico).resolve("cpuacct.usage"));
        return usado.isEmpty() ? Optional.empty() : Optional.of(new Consumo(Duration.ofNanos(usado.getAsLong()),
                PastaDeCgroup.soma(memoria.resolve(servico).resolve("memory.stat"), List.of("total_rss", "total_shmem"))));
    }

    @Override
    public Cerca.Mordidas mordidas() {
        Path estado = cpu.resolve("cpu.stat");
        return new Cerca.Mordidas(PastaDeCgroup.campo(estado, "nr_throttled").orElse(0), PastaDeCgroup.campo(estado, "throttled_time").orElse(0) / 1e9, mortes());
    }

    /// Contadas em cada cgroup de serviço: o do alto não soma os de baixo.
    private long mortes() {
        try (var servicos = Files.list(memoria)) {
            return Stream.concat(Stream.of(memoria), servicos.filter(Files::isDirectory))
                    .mapToLong(p -> PastaDeCgroup.campo(p.resolve("memory.oom_control"), "oom_kill").orElse(0)).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void remover() {
        pastas().forEach(PastaDeCgroup::remover);
    }
}
