package rinha.arena.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rinha.arena.Recusa;
import rinha.arena.medida.Cargas;
import rinha.arena.medida.Medidor;
import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.SistemaNoAr;
import rinha.avaliador.AlvoInacessivel;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Avaliador;
import rinha.avaliador.PlanoDeAvaliacao;
import rinha.avaliador.relatorio.NoTerminal;
import rinha.avaliador.relatorio.RelatorioDaAvaliacao;

/// O que avaliar, e como mostrar o que se viu.
final class DaAvaliacao {
    @Option(names = "--completa", description = "A carga nos quatro minutos oficiais, em vez de 60 s.")
    private boolean completa;

    @Option(names = "--duracao", paramLabel = "TEMPO", converter = LeitorDeDuracao.class, description = "Outra duração da carga, como 20s.")
    private Duration duracao;

    @Option(names = "--sem-carga", description = "Só as regras, sem a carga.")
    private boolean semCarga;

    @Option(names = "--so", paramLabel = "REGRA", split = ",", description = "Só estas regras, como C07 ou C07,C08.")
    private Set<String> so = new LinkedHashSet<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec comando;

    @Option(names = "--listar", description = "Lista as regras, e não avalia nada.")
    private boolean listar;

    @Option(names = "--zerar", description = "Antes de começar, apaga os dados do servidor com POST /reset, se ele aceita.")
    private boolean zerar;

    @Option(names = "--json", description = "Só o resultado, em JSON.")
    private boolean json;

    int fazer(Alvo alvo, Console console) throws Exception {
        if (listar) {
            Avaliador.regras().forEach(r -> console.linha("  %-34s %s".formatted(r.id(), r.titulo())));
            return 0;
        }
        // Antes de subir qualquer coisa: um pedido errado não custa meio minuto.
        if (so.isEmpty() && comando.commandLine().getParseResult().hasMatchedOption("--so")) {
            throw Recusa.de("--so veio sem nenhuma regra.", "Diga quais, como --so C07,C08. Veja todas com --listar.");
        }
        Avaliador.exigirRegras(so, !semCarga);
        var dura = LeitorDeDuracao.escolher(duracao, completa);
        if (semCarga && (completa || duracao != null)) {
            throw Recusa.de("--sem-carga não combina com %s.".formatted(completa ? "--completa" : "--duracao"), "Tire uma das duas.");
        }
        var pasta = PastaDeResultados.preparar(Oficina.raizDoCurso());
        return alvo.usar(json ? console.soErros() : console, (url, sistema) -> avaliar(plano(url, dura, alvo), sistema, pasta, console));
    }

    private int avaliar(PlanoDeAvaliacao plano, Optional<SistemaNoAr> sistema, PastaDeResultados pasta, Console console) throws Exception {
        if (!semCarga) {
            Cargas.ensaiar();
        }
        try (var medidor = sistema.map(Medidor::abrir).orElse(null)) {
            var vista = Avaliador.avaliar(plano, new AndamentoNaTela(json ? console.soErros() : console));
            var avaliacao = medidor == null ? vista : vista.comSistema(medidor.ateAgora());
            // Antes de gravar: se o disco encher, a nota já foi vista.
            mostrar(avaliacao, medidor, console);
            gravar(avaliacao, pasta, console);
            return avaliacao.aprovada() ? 0 : 1;
        } catch (AlvoInacessivel e) {
            throw Recusa.de(e.getMessage(), "");
        }
    }

    private void mostrar(Avaliacao avaliacao, Medidor medidor, Console console) throws IOException {
        if (json) {
            console.linha(RelatorioDaAvaliacao.json(avaliacao));
            return;
        }
        console.andamento("");
        new NoTerminal(console.saida(), console.terminal()).resultado(avaliacao);
        if (medidor != null) {
            Gasto.mostrar(medidor, console);
        }
    }

    private void gravar(Avaliacao avaliacao, PastaDeResultados pasta, Console console) {
        pasta.gravar("avaliacao.json", arquivo -> RelatorioDaAvaliacao.json(avaliacao, arquivo));
        pasta.gravar("avaliacao.html", arquivo -> RelatorioDaAvaliacao.html(avaliacao, arquivo));
        if (!json) {
            console.linha();
            console.dobrada("", "Relatório: " + console.destaque(pasta.nome(pasta.arquivo("avaliacao.html"))) + " e avaliacao.json, ao lado.");
        }
    }

    private PlanoDeAvaliacao plano(String url, Duration dura, Alvo alvo) {
        var plano = PlanoDeAvaliacao.de(URI.create(url)).comZerar(zerar).comSo(so).comComando("./curso rinha avaliar" + alvo.comoSeDigita());
        return semCarga ? plano.semCarga() : plano.comCarga(dura);
    }
}
