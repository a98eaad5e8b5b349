package curso.bancada.correcao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Grava o cache AOT (JEP 514) de uma JVM de correção: as próximas já nascem com o javac, o JUnit e o driver carregados.
///
/// Sem ele, a primeira correção gasta a maior parte do tempo lendo e verificando classes. O cache só serve a uma JVM
/// com o mesmo classpath e as mesmas opções, por isso quem treina e quem usa passam pelas mesmas [Corretor.Opcoes].
public final class TreinoDoOperario {

    private TreinoDoOperario() {}

    /// Atende `pedidos` num operário que não se reaproveita e devolve se ele gravou `cache`; no prazo estourado, mata-o.
    public static boolean gravar(Path cache, List<Pedido> pedidos, Duration prazo) throws IOException, InterruptedException {
        Corretor.Opcoes opcoes = new Corretor.Opcoes(
                List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:disable"), Corretor.Opcoes.padrao().ambiente(), prazo);
        Path entrada = Files.createTempFile("treino", ".jsonl");
        try {
            Files.write(entrada, Stream.concat(Stream.of(Protocolo.novaMarca()), pedidos.stream().map(Protocolo::escrever)).toList());
            List<String> comando = new ArrayList<>(ProcessoOperario.comando(opcoes));
            Process processo = new ProcessBuilder(comando).redirectInput(entrada.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!processo.waitFor(prazo.toMillis(), TimeUnit.MILLISECONDS)) {
                processo.descendants().forEach(ProcessHandle::destroyForcibly);
                processo.destroyForcibly();
                return false;
            }
            return processo.exitValue() == 0 && Files.exists(cache);
        } finally {
            Files.delete(entrada);
        }
    }
}
