package rinha.arena.perfil;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import curso.bancada.instrumentos.BibliotecaDoProfiler;
import java.io.IOException;
import java.nio.file.Path;
import rinha.arena.Recusa;

/// O async-profiler dentro de uma JVM que já roda: amostra as pilhas de quem gasta CPU, também no código nativo, e sem esperar pontos seguros.
///
/// As opções são as da documentação do async-profiler 4. A pilha acaba no último quadro nativo: o que o Linux faz é de quem o chamou.
public final class Profiler {
    private final Path biblioteca;
    private final Path pasta;

    private Profiler(Path biblioteca, Path pasta) {
        this.biblioteca = biblioteca;
        this.pasta = pasta;
    }

    /// @param pasta onde ficam a biblioteca e os arquivos de cada JVM; quem a criou a apaga
    public static Profiler em(Path pasta) {
        exigir();
        try {
            return new Profiler(BibliotecaDoProfiler.extrair(pasta).orElseThrow(), pasta);
        } catch (IOException e) {
            throw Recusa.de("Não consegui preparar o async-profiler: " + e.getMessage(), "Confira o espaço em disco, ou rode sem --perfil.");
        }
    }

    /// Recusa se o async-profiler não existe para esta máquina.
    public static void exigir() {
        if (!BibliotecaDoProfiler.existe()) {
            throw Recusa.de("O async-profiler não existe para %s em %s.".formatted(System.getProperty("os.name"), System.getProperty("os.arch")), "Rode sem --perfil.");
        }
    }

    /// Começa a amostrar a cada milissegundo de CPU; o relógio do Linux costuma dar um a cada quatro.
    public void ligar(String servico, long pid) {
        mandar(servico, pid, "start,interval=1ms,cstack=vm,event=" + BibliotecaDoProfiler.EVENTO_DE_CPU);
    }

    /// Para e lê o que se amostrou; o gráfico de chama fica em [#grafico].
    public Perfil desligar(String servico, long pid) {
        Path pilhas = pasta.resolve(servico + ".txt");
        mandar(servico, pid, "dump,collapsed,file=" + pilhas);
        mandar(servico, pid, "stop,flamegraph,title=CPU de %s,file=%s".formatted(servico, grafico(servico)));
        try {
            return Perfil.ler(servico, pilhas);
        } catch (IOException e) {
            throw Recusa.falhou("O async-profiler não gravou o perfil de %s: %s.".formatted(servico, e.getMessage()), "Confira o espaço em disco e rode de novo.");
        }
    }

    /// O gráfico de chama de um serviço, em HTML que se abre sozinho.
    public Path grafico(String servico) {
        return pasta.resolve(servico + ".html");
    }

    private void mandar(String servico, long pid, String ordem) {
        try {
            var jvm = VirtualMachine.attach(Long.toString(pid));
            try {
                jvm.loadAgentPath(biblioteca.toString(), ordem);
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException | IOException e) {
            throw Recusa.falhou("O async-profiler não conseguiu trabalhar em %s (processo %d): %s.".formatted(servico, pid, e.getMessage()), "As medidas acima valem. Rode de novo, ou sem --perfil.");
        }
    }
}
