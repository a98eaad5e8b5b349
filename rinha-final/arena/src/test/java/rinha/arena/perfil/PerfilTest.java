package rinha.arena.perfil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("De quem é a CPU de uma pilha")
class PerfilTest {
    private static final String DA_THREAD_VIRTUAL = "java/util/concurrent/ForkJoinPool.runWorker;jdk/internal/vm/Continuation.run;org/eclipse/jetty/io/FillInterest.fillable;";

    @ParameterizedTest(name = "{1}: …{0}")
    @CsvSource({
        "org/eclipse/jetty/io/WriteFlusher.flush;sun/nio/ch/SocketDispatcher.writev0;writev, JETTY",
        "io/javalin/router/ParsedEndpoint.handle;java/util/regex/Pattern$Slice.match, JAVALIN",
        "io/javalin/router/ParsedEndpoint.handle;rinha/credito/http/Rota.handle;java/util/HashMap.get, CONTRATO",
        "rinha/credito/http/Rota.handle;rinha/credito/escrita/Fila.enviar;java/util/concurrent/locks/LockSupport.unpark, ESCRITA",
        "rinha/credito/escrita/Escritor.run;org/postgresql/core/PGStream.receive, BANCO",
        "rinha/credito/http/Rota.handle;io/micrometer/core/instrument/Timer.record, METRICAS"})
    @DisplayName("O quadro mais alto que é de alguém decide, e não o do JDK nem o da base")
    void decideOMaisAlto(String topo, Dono dono) {
        assertThat(Dono.de(List.of((DA_THREAD_VIRTUAL + topo).split(";")))).isEqualTo(dono);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "java/util/concurrent/ForkJoinWorkerThread.run;java/util/concurrent/ForkJoinPool.deactivate;Unsafe_Park, ESCALONADOR",
        "cont_thaw, ESCALONADOR",
        "start_thread;thread_native_entry;CompileBroker::compiler_thread_loop;Compile::Optimize, COMPILADOR",
        "start_thread;thread_native_entry;VMThread::run;DefNewGeneration::collect, OUTROS"})
    @DisplayName("Sem ninguém da aplicação, decide o tipo da thread")
    void semAplicacao(String pilha, Dono dono) {
        assertThat(Dono.de(List.of(pilha.split(";")))).isEqualTo(dono);
    }

    @Test
    @DisplayName("As amostras de pilhas diferentes do mesmo dono se somam; nomes com espaço não atrapalham")
    void soma(@TempDir Path pasta) throws IOException {
        Path pilhas = Files.writeString(pasta.resolve("p.txt"), """
                start_thread;io/netty/channel/epoll/Native.epollWait 6
                start_thread;io/netty/handler/codec/http/HttpObjectDecoder.decode 1
                start_thread;CompileBroker::compiler_thread_loop;C2 Runtime new_instance 3
                """);
        var perfil = Perfil.ler("balanceador", pilhas);
        assertThat(perfil.amostras()).isEqualTo(10);
        assertThat(perfil.parte(Dono.NETTY)).isCloseTo(0.7, within(1e-9));
        assertThat(perfil.parte(Dono.COMPILADOR)).isCloseTo(0.3, within(1e-9));
        assertThat(perfil.parte(Dono.JETTY)).isZero();
    }
}
