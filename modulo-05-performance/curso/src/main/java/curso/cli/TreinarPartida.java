package curso.cli;

import curso.cli.nucleo.Contexto;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Tela;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Percorre os comandos comuns sem mostrar nada: o lançador roda isto uma vez e a JVM guarda no cache AOT as classes
/// que carregou. O progresso de quem estuda não é tocado.
@Command(name = "treinar-partida", hidden = true)
final class TreinarPartida implements Callable<Integer> {

    private final Contexto contexto;

    TreinarPartida(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() throws IOException {
        var pasta = Files.createTempDirectory("curso-treino");
        try {
            var surda = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            var tela = new Tela(surda, surda, true, false, () -> 100, new Pincel(true));
            var treino = new Contexto(contexto.casa(), tela, contexto.relogio(), Map.of(), InputStream.nullInputStream(), pasta);
            for (var comando : comandos()) {
                Curso.executar(treino, comando);
            }
            return 0;
        } finally {
            apagar(pasta);
        }
    }

    /// Também uma recusa: quem digita errado não deve esperar mais.
    private List<String[]> comandos() {
        var aula = contexto.catalogo().aulas().isEmpty() ? "03" : contexto.catalogo().aulas().getFirst().numero();
        return List.of(new String[] {"mapa"}, new String[] {"aula", aula}, new String[] {"mapa", "--json"},
                new String[] {"mapa"}, new String[] {"aula", "99"}, new String[] {"--ajuda"});
    }

    private static void apagar(Path pasta) throws IOException {
        try (var tudo = Files.walk(pasta)) {
            for (var caminho : tudo.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(caminho);
            }
        }
    }
}
