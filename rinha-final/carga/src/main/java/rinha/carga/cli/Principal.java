package rinha.carga.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Plano;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;
import rinha.carga.motor.Ensaio;
import rinha.carga.motor.Gerador;
import rinha.carga.relatorio.RelatorioHtml;
import rinha.carga.relatorio.RelatorioJson;
import rinha.carga.tela.Tela;
import rinha.carga.tela.Terminal;

/// A linha de comando do gerador de carga.
///
/// Sai com 0 se tudo deu certo, 1 se algo falhou ou um limite foi passado, 2 se o comando está errado.
@Command(name = "carga", sortOptions = false, usageHelpWidth = 100,
        header = "Gera carga HTTP e mede vazão e latência, corrigida da omissão coordenada.",
        synopsisHeading = "Uso: ",
        customSynopsis = "carga --url URL [--cenario NOME] [--taxa N] [--conexoes N] [--duracao TEMPO] [opções]",
        optionListHeading = "%nOpções:%n",
        footer = {"", "Exemplos:",
            "  java -jar carga.jar --url http://127.0.0.1:9999 --cenario rinha2024 --html relatorio.html",
            "  java -jar carga.jar --url http://127.0.0.1:9999 --cenario maxima --conexoes 32 --duracao 15s",
            "  java -jar carga.jar --url http://127.0.0.1:8080/ola --taxa 500 --p99-maximo 20ms",
            "", "Sai com 0 se tudo deu certo, 1 se algo falhou ou um limite foi passado, 2 se o comando está errado."})
public final class Principal implements Callable<Integer> {

    private static final int CERTO = 0;
    private static final int COM_ERROS = 1;
    private static final Duration ENSAIO = Duration.ofSeconds(1);

    @Mixin
    private Opcoes opcoes;

    @Spec
    private CommandSpec spec;

    @CommandLine.Option(names = {"-h", "--help", "--ajuda"}, usageHelp = true, description = "mostra esta ajuda")
    private boolean ajuda;

    private final PrintStream saida;

    private final Duration ensaio;

    Principal(PrintStream saida, Duration ensaio) {
        this.saida = saida;
        this.ensaio = ensaio;
    }

    public static void main(String[] args) {
        System.exit(executar(args, Terminal.comAcentos(System.out), Terminal.comAcentos(System.err), ENSAIO));
    }

    static int executar(String[] args, PrintStream saida, PrintStream erros, Duration ensaio) {
        CommandLine comando = new CommandLine(new Principal(saida, ensaio));
        comando.setCaseInsensitiveEnumValuesAllowed(true);
        comando.setOut(new java.io.PrintWriter(saida, true));
        comando.setErr(new java.io.PrintWriter(erros, true));
        comando.setExpandAtFiles(false); // o @ é de --corpo
        comando.setParameterExceptionHandler(Recusas::explicar);
        comando.setExecutionExceptionHandler((e, quem, _) -> reclamar(quem, e.getMessage() == null ? e.toString() : e.getMessage()));
        return comando.execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plano plano = plano();
        ensaiar(plano);
        Tela tela = opcoes.semTela ? null : new Tela(plano, Terminal.desteProcesso(System.getenv()), saida);
        Gerador gerador = tela == null ? new Gerador(plano) : new Gerador(plano, tela);
        try (Interrupcao _ = new Interrupcao(gerador::parar)) {
            return relatar(rodar(gerador, tela));
        }
    }

    /// Esquenta o próprio gerador, com os pedidos do cenário mas sem gastar os da semente, e sem tocar no alvo.
    private void ensaiar(Plano plano) throws IOException, InterruptedException {
        boolean rinha = opcoes.cenario != Opcoes.Cenario.url;
        Pedido pedido = Pedido.semCorpo(Molde.get("ensaio", "/"));
        Ensaio.fazer(ensaio, rinha ? Rinha2024.mistura(0) : () -> pedido, plano.conferencia());
    }

    /// Roda com a tela aberta, se há uma; ela fecha antes que o resumo seja escrito.
    private static Resultado rodar(Gerador gerador, Tela tela) throws InterruptedException {
        try (tela) {
            return gerador.rodar();
        }
    }

    private Plano plano() {
        try {
            Destinos.conferir(opcoes.json);
            Destinos.conferir(opcoes.html);
            return new MontadorDePlano(opcoes).montar();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int relatar(Resultado r) {
        new Resumo(saida, Terminal.desteProcesso(System.getenv())).escrever(r);
        boolean json = gravar("JSON", opcoes.json, arquivo -> RelatorioJson.escrever(r, arquivo));
        boolean html = gravar("HTML", opcoes.html, arquivo -> RelatorioHtml.escrever(r, arquivo));
        int codigo = codigo(r);
        return json && html ? codigo : COM_ERROS;
    }

    /// Devolve falso se não conseguiu; o outro relatório não se perde por isso.
    private boolean gravar(String nome, Path arquivo, Destinos.Escrita escrita) {
        String falha = arquivo == null ? "" : Destinos.escrever(arquivo, escrita);
        if (!falha.isEmpty()) {
            reclamar(spec.commandLine(), falha);
        } else if (arquivo != null) {
            saida.println("  " + nome + ": " + arquivo);
        }
        return falha.isEmpty();
    }

    private static int reclamar(CommandLine comando, String falha) {
        comando.getErr().println(comando.getCommandSpec().qualifiedName() + ": " + falha);
        return COM_ERROS;
    }

    private int codigo(Resultado r) {
        boolean lento = opcoes.p99Maximo != null && r.latencias().p99Ms() > opcoes.p99Maximo.toNanos() / 1e6;
        boolean pouco = opcoes.vazaoMinima != null && r.vazao() < opcoes.vazaoMinima;
        if (lento) {
            saida.println("  LIMITE: p99 de %s ms, o máximo pedido é %s".formatted(
                    Numeros.ms(r.latencias().p99Ms()), Numeros.duracao(opcoes.p99Maximo)));
        }
        if (pouco) {
            saida.println("  LIMITE: %s respostas por segundo, o mínimo pedido é %s".formatted(
                    Numeros.inteiro(r.vazao()), Numeros.inteiro(opcoes.vazaoMinima)));
        }
        return r.totalDeErros() + r.totalDeErrosNoAquecimento() > 0 || r.respondidos() == 0 || lento || pouco ? COM_ERROS : CERTO;
    }
}
