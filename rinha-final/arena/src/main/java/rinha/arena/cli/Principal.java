package rinha.arena.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import rinha.carga.tela.Terminal;

/// A linha de comando da arena. Quem a chama é `./curso rinha`.
///
/// Sai com 0 se tudo deu certo, 1 se o resultado não satisfaz, 2 se o comando está errado ou a máquina não permite.
public final class Principal {
    private static final String PAI = "curso.pai";

    private Principal() {}

    public static void main(String[] argumentos) {
        seguirOPai();
        var interrupcao = new Interrupcao(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), System.out.charset(),
                Terminal.desteProcesso(System.getenv()), argumentos).vigiar();
        int codigo;
        try {
            codigo = executar(interrupcao.console(), argumentos);
        } finally {
            interrupcao.terminou();
        }
        System.exit(interrupcao.saidaInteira() ? codigo : 2);
    }

    static int executar(Console console, String... argumentos) {
        var linha = new CommandLine(new ComandoRinha(console));
        Stream.of(new ComandoSubir(console), new ComandoAvaliar(console), new ComandoCarga(console), new ComandoMaxima(console), new ComandoJornada(console))
                .forEach(linha::addSubcommand);
        linha.setCaseInsensitiveEnumValuesAllowed(true);
        linha.setOut(new PrintWriter(console.saida(), true));
        Ajuda.emPortugues(linha, console.terminal().largura());
        Falhas.instalar(linha, console, Arrays.asList(argumentos).contains("--verboso"));
        return linha.execute(argumentos);
    }

    /// Se quem nos chamou morre de repente, ninguém mais pode nos dar Ctrl-C.
    private static void seguirOPai() {
        long pai = Long.getLong(PAI, 0);
        if (pai > 0) {
            ProcessHandle.of(pai).ifPresentOrElse(p -> p.onExit().thenRun(() -> System.exit(1)), () -> System.exit(1));
        }
    }
}
