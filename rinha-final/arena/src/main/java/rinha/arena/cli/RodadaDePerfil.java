package rinha.arena.cli;

import curso.bancada.servicos.PastaDeDados;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rinha.arena.perfil.Perfil;
import rinha.arena.perfil.Profiler;
import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.Servico;
import rinha.arena.sistema.SistemaNoAr;

/// Uma rodada a mais, com o async-profiler em cada JVM do sistema. Fica fora da medida: quem amostra também gasta CPU.
final class RodadaDePerfil {
    /// A carga durante a qual se amostra.
    interface Carga<T> {
        T rodar() throws InterruptedException;
    }

    /// O que a carga deu, o perfil de cada JVM e o gráfico de chama dela, na mesma ordem.
    record Feita<T>(T carga, List<Perfil> perfis, List<String> graficos) {}

    private final PastaDeResultados pasta;

    private RodadaDePerfil(PastaDeResultados pasta) {
        this.pasta = pasta;
    }

    /// Recusa já, e não depois de minutos de carga, o que nesta máquina não dá.
    static RodadaDePerfil preparar() {
        Profiler.exigir();
        return new RodadaDePerfil(PastaDeResultados.preparar(Oficina.raizDoCurso()));
    }

    <T> Feita<T> fazer(SistemaNoAr sistema, Carga<T> carga) throws InterruptedException {
        try (var temporaria = PastaDeDados.nova("perfil")) {
            var profiler = Profiler.em(temporaria.caminho());
            var jvms = sistema.jvms();
            jvms.forEach(jvm -> profiler.ligar(jvm.nome(), jvm.pid()));
            T feita = carga.rodar();
            var perfis = jvms.stream().map(jvm -> profiler.desligar(jvm.nome(), jvm.pid())).toList();
            return new Feita<>(feita, perfis, guardar(profiler, jvms));
        }
    }

    private List<String> guardar(Profiler profiler, List<Servico> jvms) {
        var nomes = new ArrayList<String>();
        for (var jvm : jvms) {
            String nome = "perfil-" + jvm.nome() + ".html";
            pasta.gravar(nome, arquivo -> copiar(profiler, jvm, arquivo));
            nomes.add(pasta.nome(pasta.arquivo(nome)));
        }
        return nomes;
    }

    private static void copiar(Profiler profiler, Servico jvm, Path arquivo) throws IOException {
        Files.copy(profiler.grafico(jvm.nome()), arquivo);
    }
}
