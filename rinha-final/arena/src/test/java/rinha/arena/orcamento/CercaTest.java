package rinha.arena.orcamento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import curso.bancada.servicos.Comando;
import curso.bancada.servicos.Guardiao;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
@DisplayName("A cerca: impõe o orçamento onde o sistema deixa, e mede sempre")
class CercaTest {
    private static final List<String> GASTADOR = List.of("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done; exec sleep 60");

    @Test
    @DisplayName("Sem limite: mede CPU e memória do processo pelo sistema")
    void mede_quandoSemLimite(@TempDir Path pasta) throws Exception {
        try (var cerca = new CercaSemLimite("é o que se testa"); var processo = Guardiao.iniciar(Comando.de(pasta.resolve("saida"), GASTADOR))) {
            assertThat(cerca.prefixo("api")).isEmpty();
            assertThat(cerca.impoe()).isFalse();
            esperarGasto(cerca, processo.pid());
            assertThat(cerca.descricao()).isEqualTo("só medido: é o que se testa");
        }
    }

    @Test
    @DisplayName("Sem permissão nos cgroups: diz a pasta de fora, e não o último lugar que se tentou")
    void dizAPermissao_quandoFalta() {
        var semPermissao = Cercas.motivo(new AccessDeniedException("/sys/fs/cgroup/cpu/curso-rinha-12-34-1"));
        assertThat(Cercas.principal(List.of(semPermissao, "em /sys/fs/cgroup/unified não há os controles cpu e memory"))).isEqualTo("sem permissão em /sys/fs/cgroup/cpu");
        assertThat(Cercas.motivo(new AccessDeniedException("/sys/fs/cgroup/cgroup.subtree_control"))).isEqualTo("sem permissão em /sys/fs/cgroup/cgroup.subtree_control");
    }

    @Test
    @DisplayName("Com cgroups: o processo já nasce dentro, os limites são os pedidos, e no fim nada fica")
    void impoe_quandoHaCgroups(@TempDir Path pasta) throws Exception {
        var cerca = Cercas.levantar(new Orcamento(0.5, 64L << 20));
        assumeTrue(cerca.impoe(), cerca::descricao);
        Path raiz;
        try (cerca) {
            var linha = new ArrayList<>(cerca.prefixo("api"));
            Path procs = Path.of(linha.getLast());
            raiz = procs.getParent().getParent();
            linha.addAll(GASTADOR);
            try (var processo = Guardiao.iniciar(Comando.de(pasta.resolve("saida"), linha))) {
                esperarGasto(cerca, processo.pid());
                assertThat(Files.readString(procs)).contains("" + processo.pid());
            }
            Path limite = raiz.resolve("memory.limit_in_bytes");
            assertThat(Files.readString(Files.exists(limite) ? limite : raiz.resolve("memory.max")).strip()).isEqualTo("" + (64L << 20));
        }
        assertThat(raiz).doesNotExist();
    }

    @Test
    @DisplayName("Duas cercas no mesmo processo: cada uma com o seu limite, e fechar uma não toca na outra")
    void naoSeMisturam_quandoHaDuas() {
        try (var primeira = Cercas.levantar(new Orcamento(1.5, 550L << 20))) {
            assumeTrue(primeira.impoe(), primeira::descricao);
            Path daPrimeira = Path.of(primeira.prefixo("api").getLast());
            try (var segunda = Cercas.levantar(new Orcamento(0.5, 64L << 20))) {
                assertThat(segunda.impoe()).as(segunda.descricao()).isTrue();
                assertThat(Path.of(segunda.prefixo("api").getLast())).exists().isNotEqualTo(daPrimeira);
            }
            assertThat(daPrimeira).exists();
        }
    }

    @Test
    @DisplayName("A CPU do orçamento acaba: o sistema pausa o processo, e a conta aparece")
    void pausa_quandoACpuAcaba(@TempDir Path pasta) throws Exception {
        try (var cerca = Cercas.levantar(new Orcamento(0.05, 64L << 20))) {
            assumeTrue(cerca.impoe(), cerca::descricao);
            var linha = new ArrayList<>(cerca.prefixo("api"));
            linha.addAll(List.of("sh", "-c", "while :; do :; done"));
            try (var _ = Guardiao.iniciar(Comando.de(pasta.resolve("saida"), linha))) {
                while (cerca.mordidas().orElseThrow().pausasDeCpu() == 0) {
                    Thread.sleep(5);
                }
            }
        }
    }

    @Test
    @DisplayName("O que um processo morto deixou é recolhido; o de um vivo, não")
    void recolhe_quandoODonoMorreu(@TempDir Path raiz) throws IOException {
        Path orfa = Files.createDirectories(raiz.resolve("curso-rinha-999999999-1-1/api1"));
        Path deOutroInicio = Files.createDirectories(raiz.resolve("curso-rinha-" + ProcessHandle.current().pid() + "-1-1"));
        Path nossa = Files.createDirectories(raiz.resolve(PastaDeCgroup.nomeNovo()));
        Path alheia = Files.createDirectories(raiz.resolve("docker"));
        PastaDeCgroup.recolherAbandonadas(raiz);
        assertThat(List.of(nossa, alheia)).allSatisfy(p -> assertThat(p).exists());
        assertThat(List.of(orfa, orfa.getParent(), deOutroInicio)).allSatisfy(p -> assertThat(p).doesNotExist());
    }

    @Test
    @DisplayName("v2: recusa uma raiz sem os controles, e lê o consumo como o sistema o escreve")
    void leAV2(@TempDir Path raiz) throws IOException {
        Files.writeString(raiz.resolve("cgroup.controllers"), "cpuset io pids\n");
        assertThatThrownBy(() -> CgroupsV2.criar(raiz, Orcamento.DA_RINHA)).isInstanceOf(IOException.class).hasMessageContaining("não há os controles");
        var arvore = new CgroupsV2(raiz);
        Path api = arvore.abrir("api1").getFirst().getParent();
        Files.writeString(api.resolve("cpu.stat"), "usage_usec 1500000\nuser_usec 1\n");
        Files.writeString(api.resolve("memory.stat"), "anon 1000\nfile 5\nshmem 24\n");
        assertThat(arvore.consumo("api1")).hasValueSatisfying(c -> {
            assertThat(c.cpu()).hasMillis(1_500);
            assertThat(c.memoria()).isEqualTo(1_024);
        });
        assertThat(arvore.consumo("outra")).isEmpty();
    }

    @Test
    @DisplayName("v2: a memória do orçamento não cresce pela área de troca, onde o núcleo a conta")
    void limitaAV2(@TempDir Path raiz) throws IOException {
        Path comTroca = Files.createDirectories(raiz.resolve("com"));
        Files.writeString(comTroca.resolve("memory.swap.max"), "max");
        Path semTroca = Files.createDirectories(raiz.resolve("sem"));
        for (String arquivo : List.of("cpu.max", "cpu.weight", "memory.max", "cgroup.subtree_control")) {
            Files.createFile(comTroca.resolve(arquivo));
            Files.createFile(semTroca.resolve(arquivo));
        }
        new CgroupsV2(comTroca).limitar(Orcamento.DA_RINHA);
        new CgroupsV2(semTroca).limitar(Orcamento.DA_RINHA);
        assertThat(List.of(comTroca, semTroca)).allSatisfy(p -> {
            assertThat(p.resolve("cpu.max")).hasContent("150000 100000");
            assertThat(p.resolve("memory.max")).hasContent("576716800");
            assertThat(p.resolve("cgroup.subtree_control")).hasContent("+cpu +memory");
        });
        assertThat(comTroca.resolve("memory.swap.max")).hasContent("0");
        assertThat(semTroca.resolve("memory.swap.max")).doesNotExist();
    }

    @Test
    @DisplayName("Pastas comuns no lugar das árvores: não dá por imposto o que ninguém impõe, e nada fica")
    void recusa_quandoNaoSaoCgroups(@TempDir Path raiz) throws IOException {
        for (String arvore : List.of("cpu", "cpuacct", "memory")) {
            Files.createDirectory(raiz.resolve(arvore));
        }
        assertThatThrownBy(() -> CgroupsV1.criar(raiz.resolve("cpu"), raiz.resolve("cpuacct"), raiz.resolve("memory"), Orcamento.DA_RINHA))
                .isInstanceOfSatisfying(NoSuchFileException.class, e -> assertThat(Cercas.motivo(e)).startsWith("não há ").endsWith("cpu.cfs_period_us"));
        assertThat(List.of("cpu", "cpuacct", "memory")).allSatisfy(arvore -> assertThat(raiz.resolve(arvore)).isEmptyDirectory());
    }

    @Test
    @DisplayName("Um arquivo que abre mas recusa a escrita: a mensagem diz qual, e o valor")
    void dizOArquivo_quandoOValorERecusado() {
        Path cheio = Path.of("/dev/full");
        assumeTrue(Files.isWritable(cheio), "sem /dev/full");
        assertThatThrownBy(() -> PastaDeCgroup.escrever(cheio, "+cpu")).isInstanceOf(IOException.class).hasMessageStartingWith("/dev/full não aceitou «+cpu»: ");
    }

    private static void esperarGasto(Cerca cerca, long pid) throws InterruptedException {
        while (cerca.consumo("api", pid).filter(c -> c.cpu().isPositive() && c.memoria() > 0).isEmpty()) {
            Thread.sleep(5);
        }
    }
}
