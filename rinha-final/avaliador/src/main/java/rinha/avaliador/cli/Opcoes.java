package rinha.avaliador.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import rinha.carga.cli.LeitorDeDuracao;

/// As opções da linha de comando, como vieram.
final class Opcoes {

    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:9999",
            description = "o servidor a avaliar (padrão: http://127.0.0.1:9999)")
    String url;

    @Option(names = "--so", split = ",", paramLabel = "REGRA", description = "avalia só estas regras: --so C07,S02")
    Set<String> so = new LinkedHashSet<>();

    @ArgGroup
    Carga carga = new Carga();

    /// Só uma destas.
    static final class Carga {
        @Option(names = "--duracao", paramLabel = "TEMPO", converter = LeitorDeDuracao.class,
                description = "duração da carga: 30s, 2min (padrão: 60s)")
        Duration duracao;

        @Option(names = "--completa", description = "a carga oficial de quatro minutos")
        boolean completa;

        @Option(names = "--sem-carga", description = "só as regras, sem carga")
        boolean semCarga;
    }

    @Option(names = "--json", paramLabel = "ARQUIVO", description = "escreve a avaliação em JSON")
    Path json;

    @Option(names = "--html", paramLabel = "ARQUIVO", description = "escreve a avaliação numa página HTML")
    Path html;

    @Option(names = "--zerar", description = "pede POST /reset antes de começar: APAGA os dados do servidor, se ele o oferece")
    boolean zerar;

    @Option(names = "--listar", description = "lista as regras e não avalia nada")
    boolean listar;

    @Option(names = "--verboso", description = "mostra também as regras que passaram, e a pilha de um erro")
    boolean verboso;

    @Option(names = "--permitir-host", description = "deixa avaliar um servidor fora desta máquina")
    boolean permitirHost;
}
