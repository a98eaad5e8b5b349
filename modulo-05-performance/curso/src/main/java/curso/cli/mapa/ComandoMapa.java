package curso.cli.mapa;

import curso.bancada.catalogo.Aula;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Json;
import curso.cli.nucleo.Opcoes;
import curso.cli.progresso.Andamento;
import curso.cli.progresso.Progresso;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Mostra as aulas, o progresso e o próximo passo.
@Command(name = "mapa", description = "Mostra as aulas, o seu progresso e o próximo passo.")
public final class ComandoMapa implements Runnable {

    @Mixin
    private Opcoes opcoes;

    @Option(names = "--json", description = "Escreve o mapa em JSON.")
    private boolean json;

    private final Contexto contexto;

    public ComandoMapa(Contexto contexto) {
        this.contexto = contexto;
    }

    private record MapaEmJson(List<AulaEmJson> aulas, ProximoPasso proximoPasso) {}

    private record AulaEmJson(String numero, String slug, String titulo, int minutos, String lidaEm,
                              List<ExercicioEmJson> exercicios, List<String> experimentos) {}

    private record ExercicioEmJson(String numero, String classe, String titulo, int minutos, Andamento andamento) {}

    @Override
    public void run() {
        var progresso = contexto.diario().ler();
        if (json) {
            contexto.tela().linha(Json.de(emJson(progresso)));
        } else {
            new Mapa(contexto, progresso).desenhar();
        }
    }

    private MapaEmJson emJson(Progresso progresso) {
        var catalogo = contexto.catalogo();
        return new MapaEmJson(catalogo.aulas().stream().map(a -> aula(a, progresso)).toList(),
                ProximoPasso.de(catalogo, progresso));
    }

    private static AulaEmJson aula(Aula aula, Progresso progresso) {
        var exercicios = aula.exercicios().stream().map(e -> new ExercicioEmJson(e.numero(), e.classe(), e.titulo(),
                e.minutos(), progresso.exercicio(e.numero()))).toList();
        return new AulaEmJson(aula.numero(), aula.slug(), aula.titulo(), aula.minutos(),
                progresso.aulasLidas().get(aula.numero()), exercicios, aula.experimentos());
    }
}
