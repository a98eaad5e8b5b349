package rinha.arena.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import rinha.carga.tela.Terminal;

/// O Ctrl-C no meio de um comando: diz o que houve, e cala o resto.
///
/// A carga continua por um instante contra um sistema que já cai: os erros que ela contaria não são de ninguém, e a tela viva
/// esconderia o cursor de novo.
final class Interrupcao {
    private static final String APAGAR_A_LINHA = "\r\u001b[K";
    private static final String MOSTRAR_CURSOR = "\u001b[?25h";

    private final Torneira saida;
    private final Torneira erros;
    private final PrintStream direto;
    private final Console console;
    private final boolean subiu;
    private volatile boolean terminou;

    /// @param saida onde vai a resposta
    /// @param erros onde vão o andamento e os avisos
    Interrupcao(OutputStream saida, OutputStream erros, Charset charset, Terminal terminal, String... argumentos) {
        this.saida = new Torneira(saida);
        this.erros = new Torneira(erros);
        // Num ambiente sem idioma (`LANG=C`), a JVM trocaria cada acento por «?».
        Charset comAcentos = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        direto = new PrintStream(erros, true, comAcentos);
        console = new Console(new PrintStream(this.saida, true, comAcentos), new PrintStream(this.erros, true, comAcentos), terminal);
        subiu = Stream.of(argumentos).noneMatch(a -> a.equals("--url") || a.startsWith("--url="));
    }

    Interrupcao vigiar() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("interrupcao").unstarted(() -> {
            if (!terminou) {
                interromper();
            }
        }));
        return this;
    }

    Console console() {
        return console;
    }

    /// O comando chegou ao fim: terminar agora não é interromper.
    void terminou() {
        terminou = true;
    }

    /// Se a resposta saiu inteira; se não coube no disco, diz isso nos erros.
    boolean saidaInteira() {
        if (saida.semEspaco()) {
            console.erro("A saída foi cortada: o disco encheu.", "Libere espaço, ou grave noutro lugar, e rode de novo.");
        }
        return !saida.semEspaco();
    }

    void interromper() {
        saida.fechar();
        erros.fechar();
        var terminal = console.terminal();
        direto.print(terminal.redesenha() ? APAGAR_A_LINHA + MOSTRAR_CURSOR : "");
        direto.println((terminal.cores() ? "\u001b[33m!\u001b[0m" : "!") + (subiu ? " Interrompido. Derrubando o que subiu…" : " Interrompido."));
    }
}
