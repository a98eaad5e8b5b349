package curso.cli;

import curso.bancada.catalogo.Casa;
import curso.cli.lancador.EmDia;
import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.progresso.FalhaDeDisco;
import curso.cli.terminal.Tela;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// A linha de comando do curso. Quem a chama é o lançador `./curso`.
public final class Main {

    private static volatile boolean terminou;

    private Main() {
    }

    public static void main(String[] argumentos) {
        var tela = Tela.desteProcesso(System.out, System.err, System.getenv());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> mudarDeLinha(tela), "muda-de-linha"));
        int codigo = executar(Casa.encontrar(), tela, argumentos);
        terminou = true;
        System.exit(saidaInteira(tela) ? codigo : Codigo.MAU_USO);
    }

    /// Ctrl-C no meio de uma pergunta ou do andamento: o shell escreveria o prompt na mesma linha.
    private static void mudarDeLinha(Tela tela) {
        if (!terminou && tela.terminal()) {
            tela.aviso("");
        }
    }

    /// Um `PrintStream` engole a falha de escrita: sem isto, um JSON cortado por disco cheio sairia com código 0.
    /// Quem fecha o cano de propósito (`| head`) já leu o que queria, e não é falha.
    private static boolean saidaInteira(Tela tela) {
        if (!System.out.checkError()) {
            return true;
        }
        // Sem fechar: o descritor é do processo, e só a escrita direta diz por que a outra falhou.
        var direta = new FileOutputStream(FileDescriptor.out);
        try {
            direta.write('\n');
            return true;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                tela.aviso("✗ A saída foi cortada: " + FalhaDeDisco.motivo(e) + ".");
                tela.aviso("  Libere espaço, ou grave noutro lugar, e rode de novo.");
                return false;
            }
            return true;
        }
    }

    private static int executar(Optional<Casa> casa, Tela tela, String... argumentos) {
        if (casa.isEmpty()) {
            tela.aviso("Não acho o curso a partir desta pasta. Rode ./curso de dentro do repositório.");
            return Codigo.MAU_USO;
        }
        if (EmDia.falta(casa.get().raiz(), argumentos)) {
            return EmDia.CONSTRUA;
        }
        var contexto = new Contexto(casa.get(), tela, Clock.systemUTC(), System.getenv(), System.in,
                casa.get().raiz().resolve(".curso"));
        return Curso.executar(contexto, argumentos);
    }
}
