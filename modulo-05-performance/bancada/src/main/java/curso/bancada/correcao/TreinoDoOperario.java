package curso.bancada.correcao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Grava o cache AOT (JEP 514) de uma JVM de correção: as próximas já nascem com o javac, o JUnit e o driver carregados.
///
/// Sem ele, a primeira correção gasta a maior parte do tempo lendo e verificando classes. O cache só serve a uma JVM
/// com o mesmo classpath e as mesmas opções, por isso quem treina e quem usa passam pelas mesmas [Corretor.Opcoes].
public final class TreinoDoOperario {

    private TreinoDoOperario() {}

    /// Atende `pedidos` num operário que não se reaproveita e devolve se ele gravou `cache`; no prazo das opções, mata-o.
    public static boolean gravar(Path cache, List<Pedido> pedidos, Corretor.Opcoes opcoes) throws IOException, InterruptedException {
        List<String> comando = ProcessoOperario.comando(opcoes.gravandoCache(cache));
        Path entrada = Files.createTempFile("treino", ".jsonl");
        try {
            Files.write(entrada, Stream.concat(Stream.of(Protocolo.novaMarca()), pedidos.stream().map(Protocolo::escrever)).toList());
            ProcessBuilder construtor = new ProcessBuilder(comando).redirectInput(entrada.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            construtor.environment().putAll(opcoes.ambiente());
            return acabou(construtor.start(), opcoes.prazo()) && Files.exists(cache);
        } finally {
            Files.delete(entrada);
        }
    }

    private static boolean acabou(Process processo, Duration prazo) throws InterruptedException {
        try {
            return processo.waitFor(prazo.toMillis(), TimeUnit.MILLISECONDS) && processo.exitValue() == 0;
        } finally {
            processo.descendants().forEach(ProcessHandle::destroyForcibly);
            processo.destroyForcibly();
        }
    }
}
