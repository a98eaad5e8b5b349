package rinha.arena.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rinha.arena.medida.Cargas;
import rinha.arena.medida.Medidor;
import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.SistemaNoAr;
import rinha.carga.cli.Resumo;
import rinha.carga.relatorio.RelatorioHtml;
import rinha.carga.relatorio.RelatorioJson;

/// Só a carga oficial, sem a avaliação.
@Command(name = "carga", description = "Só a carga oficial, em 60 s ou, com --completa, nos quatro minutos.")
final class ComandoCarga implements Callable<Integer> {
    @Mixin
    private Comuns comuns;

    @Mixin
    private Alvo alvo;

    @Option(names = "--completa", description = "Os quatro minutos oficiais.")
    private boolean completa;

    @Option(names = "--duracao", paramLabel = "TEMPO", converter = LeitorDeDuracao.class, description = "Outra duração, como 20s.")
    private Duration duracao;

    private final Console console;

    ComandoCarga(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        var dura = LeitorDeDuracao.escolher(duracao, completa);
        var pasta = PastaDeResultados.preparar(Oficina.raizDoCurso());
        return alvo.usar(console, (url, sistema) -> carregar(url, sistema, pasta, dura));
    }

    private int carregar(String url, Optional<SistemaNoAr> sistema, PastaDeResultados pasta, Duration dura) throws Exception {
        Cargas.ensaiar();
        try (var medidor = sistema.map(Medidor::abrir).orElse(null)) {
            var rodada = new Cargas(url, Telas.da(console)).oficial(dura, 42);
            new Resumo(console.saida(), console.terminal()).escrever(rodada.carga());
            Contas.mostrar(rodada, console);
            if (medidor != null) {
                Gasto.mostrar(medidor, console);
            }
            pasta.gravar("carga.json", arquivo -> RelatorioJson.escrever(rodada.carga(), arquivo));
            pasta.gravar("carga.html", arquivo -> RelatorioHtml.escrever(rodada.carga(), arquivo));
            console.linha();
            console.dobrada("", "Relatório: " + console.destaque(pasta.nome(pasta.arquivo("carga.html"))) + " e carga.json, ao lado.");
            return rodada.satisfaz() ? 0 : 1;
        }
    }
}
