package rinha.arena.orcamento;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Escolhe a cerca que esta máquina permite, experimentando: não se supõe nada a partir do sistema ou da conta.
public final class Cercas {
    private static final int PRAZO_DO_ENSAIO_S = 10;
    private static final String SEM_PERMISSAO = "sem permissão em ";

    private Cercas() {}

    /// A cerca com o orçamento imposto ou, onde o sistema não deixa, a que só mede.
    public static Cerca levantar(Orcamento orcamento) {
        if (!Files.isDirectory(Path.of("/sys/fs/cgroup"))) {
            return new CercaSemLimite("este sistema não tem cgroups");
        }
        var montagens = MontagensDeCgroup.ler(linhas("/proc/self/mounts"), linhas("/proc/self/cgroup"));
        var recusas = new ArrayList<String>();
        return v1(montagens, orcamento, recusas).or(() -> v2(montagens, orcamento, recusas)).map(a -> (Cerca) new CercaDeCgroups(a, orcamento))
                .orElseGet(() -> new CercaSemLimite(recusas.isEmpty() ? "os controles de CPU e memória não estão montados em /sys/fs/cgroup"
                        : "os cgroups desta máquina não se deixam escrever por esta conta (" + principal(recusas) + ")"));
    }

    private static Optional<ArvoreDeCgroups> v1(MontagensDeCgroup montagens, Orcamento orcamento, List<String> recusas) {
        for (var raizes : montagens.v1()) {
            try {
                var arvore = ensaiar(CgroupsV1.criar(raizes.get(0), raizes.get(1), raizes.get(2), orcamento));
                return Optional.of(arvore);
            } catch (IOException e) {
                recusas.add(motivo(e));
            }
        }
        return Optional.empty();
    }

    private static Optional<ArvoreDeCgroups> v2(MontagensDeCgroup montagens, Orcamento orcamento, List<String> recusas) {
        for (Path raiz : new LinkedHashSet<>(montagens.v2())) {
            try {
                return Optional.of(ensaiar(CgroupsV2.criar(raiz, orcamento)));
            } catch (IOException e) {
                recusas.add(motivo(e));
            }
        }
        return Optional.empty();
    }

    /// Criar e limitar pode dar certo e entrar não: um processo de verdade entra antes que se confie nela.
    private static ArvoreDeCgroups ensaiar(ArvoreDeCgroups arvore) throws IOException {
        try {
            var linha = new ArrayList<>(new CercaDeCgroups(arvore, Orcamento.DA_RINHA).prefixo("ensaio"));
            linha.add("true");
            var processo = new ProcessBuilder(linha).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (processo.waitFor(PRAZO_DO_ENSAIO_S, TimeUnit.SECONDS) && processo.exitValue() == 0) {
                return arvore;
            }
            processo.destroyForcibly();
            throw new IOException("um processo não conseguiu entrar em " + arvore);
        } catch (IOException e) {
            arvore.remover();
            throw e;
        } catch (InterruptedException e) {
            arvore.remover();
            Thread.currentThread().interrupt();
            throw new IOException("o ensaio foi interrompido", e);
        }
    }

    /// A falta de permissão é o que a pessoa pode mudar; um controle que não está ali, não.
    static String principal(List<String> recusas) {
        return recusas.stream().filter(r -> r.startsWith(SEM_PERMISSAO)).findFirst().orElseGet(recusas::getLast);
    }

    /// De uma pasta nossa que não se pôde criar, diz a de fora.
    static String motivo(IOException e) {
        if (e instanceof NoSuchFileException falta) {
            return "não há " + falta.getFile();
        }
        if (!(e instanceof AccessDeniedException recusada)) {
            return e.getMessage();
        }
        Path negada = Path.of(recusada.getFile());
        return SEM_PERMISSAO + (PastaDeCgroup.ehNossa(negada) ? negada.getParent() : negada);
    }

    private static List<String> linhas(String arquivo) {
        try {
            return Files.readAllLines(Path.of(arquivo));
        } catch (IOException e) {
            return List.of();
        }
    }
}
