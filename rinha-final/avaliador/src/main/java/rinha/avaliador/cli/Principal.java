package rinha.avaliador.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rinha.avaliador.AlvoInacessivel;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Avaliador;
import rinha.avaliador.PlanoDeAvaliacao;
import rinha.avaliador.relatorio.NoTerminal;
import rinha.avaliador.relatorio.RelatorioDaAvaliacao;
import rinha.carga.Alvo;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.cli.Destinos;
import rinha.carga.cli.Interrupcao;
import rinha.carga.cli.Recusas;
import rinha.carga.motor.Ensaio;
import rinha.carga.tela.Terminal;

/// Avalia um servidor que fala o contrato de 2024.
///
/// Sai com 0 se toda regra oficial pedida passou e a nota é a cheia, 1 se há achados que custam ou regra oficial sem
/// avaliar, 2 se o comando está errado ou o servidor não atende.
@Command(name = "avaliar", sortOptions = false, usageHelpWidth = 100,
        header = "Confere o contrato da Rinha 2024, põe a carga oficial e dá a nota, com as razões.",
        synopsisHeading = "Uso: ",
        customSynopsis = "avaliar [--url URL] [--so REGRA,…] [--duracao TEMPO | --completa | --sem-carga] [opções]",
        optionListHeading = "%nOpções:%n",
        footer = {"", "Exemplos:", "  java -jar avaliador.jar --url http://127.0.0.1:9999 --html nota.html",
            "  java -jar avaliador.jar --sem-carga --verboso", "  java -jar avaliador.jar --so C07,S05",
            "", "Sai com 0 se tudo passou com a nota cheia, 1 se há achados que custam ou regra sem avaliar, 2 se o comando está errado ou o servidor não atende."})
public final class Principal implements Callable<Integer> {

    private static final int CERTO = 0;
    private static final int COM_ACHADOS = 1;
    private static final int COMANDO_ERRADO = 2;
    private static final Duration ENSAIO = Duration.ofSeconds(1);

    @Mixin
    private Opcoes opcoes;

    @Spec
    private CommandSpec spec;

    @CommandLine.Option(names = {"-h", "--help", "--ajuda"}, usageHelp = true, description = "mostra esta ajuda")
    private boolean ajuda;

    private final PrintStream saida;
    private final PrintStream erros;
    private final Terminal terminal;
    private final Duration ensaio;

    /// Monta o comando sobre a saída e os erros deste processo.
    public Principal() {
        this(Terminal.comAcentos(System.out), Terminal.comAcentos(System.err), Terminal.desteProcesso(System.getenv()), ENSAIO);
    }

    private Principal(PrintStream saida, PrintStream erros, Terminal terminal, Duration ensaio) {
        this.saida = saida;
        this.erros = erros;
        this.terminal = terminal;
        this.ensaio = ensaio;
    }

    public static void main(String[] args) {
        System.exit(executar(args, Terminal.comAcentos(System.out), Terminal.comAcentos(System.err),
                Terminal.desteProcesso(System.getenv()), ENSAIO));
    }

    static int executar(String[] args, PrintStream saida, PrintStream erros, Terminal terminal, Duration ensaio) {
        CommandLine comando = new CommandLine(new Principal(saida, erros, terminal, ensaio));
        comando.setOut(new PrintWriter(saida, true));
        comando.setErr(new PrintWriter(erros, true));
        comando.setParameterExceptionHandler(Recusas::explicar);
        comando.setExecutionExceptionHandler(Principal::semPilha);
        return comando.execute(args);
    }

    private static int semPilha(Exception e, CommandLine comando, CommandLine.ParseResult lido) throws Exception {
        if (lido.hasMatchedOption("--verboso")) {
            throw e;
        }
        comando.getErr().println("%s: %s: %s. Mais com --verboso.".formatted(comando.getCommandSpec().qualifiedName(), e.getClass().getSimpleName(), e.getMessage()));
        return COMANDO_ERRADO;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (opcoes.listar) {
            Avaliador.regras().forEach(r -> saida.println("  %-34s %s".formatted(r.id(), r.titulo())));
            return CERTO;
        }
        NoTerminal tela = new NoTerminal(saida, terminal);
        Avaliador avaliador = avaliador(tela);
        if (carga().isPresent()) {
            Ensaio.fazer(ensaio, Rinha2024.mistura(0), new ConferenciaDaRinha());
        }
        try (Interrupcao _ = new Interrupcao(avaliador::parar)) {
            return relatar(avaliador.avaliar(), tela);
        } catch (AlvoInacessivel e) {
            erros.println(spec.qualifiedName() + ": " + e.getMessage());
            return COMANDO_ERRADO;
        }
    }

    private Avaliador avaliador(NoTerminal tela) {
        try {
            if (opcoes.so.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption("--so")) {
                throw new IllegalArgumentException("--so veio sem nenhuma regra: diga quais, como --so C07,S02, ou veja todas com --listar");
            }
            Destinos.conferir(opcoes.json);
            Destinos.conferir(opcoes.html);
            Alvo alvo = Alvo.de(opcoes.url);
            if (!alvo.ehLocal() && !opcoes.permitirHost) {
                throw new IllegalArgumentException(("%s não é esta máquina. A avaliação põe carga e grava dados: se o servidor é seu e você "
                        + "quer mesmo isto, acrescente --permitir-host").formatted(alvo.base()));
            }
            if (!alvo.caminho().equals("/")) {
                throw new IllegalArgumentException("o contrato escolhe os caminhos: dê só " + alvo.base() + " em --url");
            }
            PlanoDeAvaliacao plano = PlanoDeAvaliacao.de(URI.create(alvo.base())).comSo(opcoes.so).comZerar(opcoes.zerar)
                    .comComando("./curso rinha avaliar --url " + alvo.base() + (opcoes.permitirHost ? " --permitir-host" : ""));
            return new Avaliador(carga().map(plano::comCarga).orElseGet(plano::semCarga), new Acompanhamento(tela, saida, terminal, opcoes.verboso));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<Duration> carga() {
        return opcoes.carga.semCarga ? Optional.empty() : Optional.of(opcoes.carga.completa ? Rinha2024.OFICIAL
                : opcoes.carga.duracao != null ? opcoes.carga.duracao : Rinha2024.REDUZIDA);
    }

    private int relatar(Avaliacao a, NoTerminal tela) {
        tela.resultado(a);
        boolean json = gravar("JSON", opcoes.json, arquivo -> RelatorioDaAvaliacao.json(a, arquivo));
        boolean html = gravar("HTML", opcoes.html, arquivo -> RelatorioDaAvaliacao.html(a, arquivo));
        return a.aprovada() && json && html ? CERTO : COM_ACHADOS;
    }

    /// Devolve falso se não conseguiu; o outro relatório não se perde por isso.
    private boolean gravar(String nome, Path arquivo, Destinos.Escrita escrita) {
        String falha = arquivo == null ? "" : Destinos.escrever(arquivo, escrita);
        if (!falha.isEmpty()) {
            erros.println(spec.qualifiedName() + ": " + falha);
        } else if (arquivo != null) {
            saida.println("  " + nome + ": " + arquivo);
        }
        return falha.isEmpty();
    }
}
