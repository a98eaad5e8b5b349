package rinha.arena.orcamento;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Onde os cgroups estão: montagens e o nosso ponto nelas")
class MontagensDeCgroupTest {

    @Test
    @DisplayName("v1, com cpu e cpuacct na mesma montagem: o alto vem antes do nosso ponto")
    void leAV1() {
        var lidas = MontagensDeCgroup.ler(
                List.of("cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,nosuid,cpu,cpuacct 0 0", "cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0", "tmpfs /tmp tmpfs rw 0 0"),
                List.of("4:memory:/a/b", "2:cpu,cpuacct:/a"));
        Path cpu = Path.of("/sys/fs/cgroup/cpu,cpuacct");
        Path memoria = Path.of("/sys/fs/cgroup/memory");
        assertThat(lidas.v1()).containsExactly(List.of(cpu, cpu, memoria), List.of(cpu.resolve("a"), cpu.resolve("a"), memoria.resolve("a/b")));
        assertThat(lidas.v2()).isEmpty();
    }

    @Test
    @DisplayName("v2: o alto, depois o nosso ponto e os que estão acima dele")
    void leAV2() {
        var lidas = MontagensDeCgroup.ler(List.of("cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0"), List.of("0::/user.slice/user-1000.slice"));
        Path raiz = Path.of("/sys/fs/cgroup");
        assertThat(lidas.v2()).containsExactly(raiz, raiz.resolve("user.slice/user-1000.slice"), raiz.resolve("user.slice"));
        assertThat(lidas.v1()).isEmpty();
    }

    @Test
    @DisplayName("v1 sem a árvore de memória não serve: o orçamento é dos dois")
    void recusaV1SemMemoria() {
        assertThat(MontagensDeCgroup.ler(List.of("cgroup /c/cpu cgroup rw,cpu 0 0", "cgroup /c/cpuacct cgroup rw,cpuacct 0 0"), List.of()).v1()).isEmpty();
    }
}
