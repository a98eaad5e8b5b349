package rinha.arena;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.instrumentos.BibliotecaDoProfiler;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rinha.arena.perfil.Dono;
import rinha.arena.perfil.Profiler;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisplayName("O async-profiler entra numa API sob carga e sai dela")
class PerfilDoSistemaTest {
    @Test
    @DisplayName("O perfil vê o Jetty e o código da API, grava o gráfico, e dá para perfilar duas vezes")
    void perfila(@TempDir Path pasta) throws Exception {
        Assumptions.assumeTrue(BibliotecaDoProfiler.existe(), "o async-profiler não existe para esta máquina");
        var sistema = NoAr.sistema();
        var profiler = Profiler.em(pasta);
        var api = sistema.instancias().getFirst();
        for (int vez = 1; vez <= 2; vez++) {
            try (var clientes = Clientes.iniciar(8, sistema.porta())) {
                profiler.ligar(api.nome(), api.pid());
                clientes.ateMais(1_000);
                var perfil = profiler.desligar(api.nome(), api.pid());
                assertThat(perfil.amostras()).as("vez %d", vez).isPositive();
                assertThat(perfil.parte(Dono.JETTY)).as("vez %d: %s", vez, perfil).isPositive();
                assertThat(perfil.parte(Dono.CONTRATO) + perfil.parte(Dono.ESCRITA)).as("vez %d: %s", vez, perfil).isPositive();
            }
            // Sem o conteúdo na falha: são mil linhas.
            assertThat(Files.readString(profiler.grafico(api.nome())).contains("<h1>CPU de api1</h1>")).as("o gráfico").isTrue();
        }
        assertThat(api.vivo()).isTrue();
    }
}
