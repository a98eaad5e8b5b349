package rinha.arena.orcamento;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A versão 2: uma árvore só. Um cgroup com filhos não tem processos; por isso o do orçamento só tem os dos serviços.
record CgroupsV2(Path pasta) implements ArvoreDeCgroups {
    private static final int PERIODO_US = 100_000;
    /// Um cgroup pesa como um processo só: sem isto, numa máquina ocupada, o sistema inteiro teria a vez de um.
    private static final int PESO = 4 * 100;
    private static final String CONTROLES = "+cpu +memory";

    /// Cria a pasta e põe os limites; `IOException` se o sistema não deixa, ou se não há ali os controles de CPU e memória.
    static CgroupsV2 criar(Path raiz, Orcamento orcamento) throws IOException {
        List<String> controles = List.of(Files.readString(raiz.resolve("cgroup.controllers")).strip().split(" "));
        if (!controles.containsAll(List.of("cpu", "memory"))) {
            throw new IOException("em %s não há os controles cpu e memory".formatted(raiz));
        }
        PastaDeCgroup.recolherAbandonadas(raiz);
        PastaDeCgroup.escrever(raiz.resolve("cgroup.subtree_control"), CONTROLES);
        var nova = new CgroupsV2(raiz.resolve(PastaDeCgroup.nomeNovo()));
        try {
            Files.createDirectory(nova.pasta);
            nova.limitar(orcamento);
            nova.abrir("ensaio");
            return nova;
        } catch (IOException e) {
            nova.remover();
            throw e;
        }
    }

    void limitar(Orcamento orcamento) throws IOException {
        PastaDeCgroup.escrever(pasta.resolve("cpu.max"), "%d %d".formatted(Math.round(orcamento.cpus() * PERIODO_US), PERIODO_US));
        PastaDeCgroup.escrever(pasta.resolve("cpu.weight"), PESO);
        PastaDeCgroup.escrever(pasta.resolve("memory.max"), orcamento.bytes());
        // O limite acima não conta o que foi para a área de troca, que é à parte. Sem suporte a troca não há o arquivo.
        Path troca = pasta.resolve("memory.swap.max");
        if (Files.exists(troca)) {
            PastaDeCgroup.escrever(troca, 0);
        }
        PastaDeCgroup.escrever(pasta.resolve("cgroup.subtree_control"), CONTROLES);
    }

    @Override
    public String nome() {
        return "cgroups v2";
    }

    @Override
    public List<Path> abrir(String servico) throws IOException {
        return List.of(Files.createDirectories(pasta.resolve(servico)).resolve("cgroup.procs"));
    }

    @Override
    public Optional<Consumo> consumo(String servico) {
        Path dele = pasta.resolve(servico);
        var usado = PastaDeCgroup.campo(dele.resolve("cpu.stat"), "usage_usec");
        return usado.isEmpty() ? Optional.empty() : Optional.of(new Consumo(Duration.ofNanos(usado.getAsLong() * 1_000),
                PastaDeCgroup.soma(dele.resolve("memory.stat"), List.of("anon", "shmem"))));
    }

    @Override
    public Cerca.Mordidas mordidas() {
        Path estado = pasta.resolve("cpu.stat");
        return new Cerca.Mordidas(PastaDeCgroup.campo(estado, "nr_throttled").orElse(0), PastaDeCgroup.campo(estado, "throttled_usec").orElse(0) / 1e6,
                PastaDeCgroup.campo(pasta.resolve("memory.events"), "oom_kill").orElse(0));
    }

    @Override
    public void remover() {
        PastaDeCgroup.remover(pasta);
    }
}
