package curso.cli;

import curso.bancada.catalogo.Casa;
import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.terminal.Tela;
import java.time.Clock;
import java.util.Optional;

/// A linha de comando do curso. Quem a chama é o lançador `./curso`.
public final class Main {

    private Main() {
    }

    public static void main(String[] argumentos) {
        var tela = Tela.desteProcesso(System.out, System.err, System.getenv());
        int codigo = executar(Casa.encontrar(), tela, argumentos);
        System.out.flush();
        System.exit(codigo);
    }

    private static int executar(Optional<Casa> casa, Tela tela, String... argumentos) {
        if (casa.isEmpty()) {
            tela.aviso("Não acho o curso a partir desta pasta. Rode ./curso de dentro do repositório.");
            return Codigo.MAU_USO;
        }
        if (Atualidade.vencida(casa.get().raiz())) {
            return Atualidade.COMPILE_DE_NOVO;
        }
        var contexto = new Contexto(casa.get(), tela, Clock.systemUTC(), System.getenv(), System.in,
                casa.get().raiz().resolve(".curso"));
        return Curso.executar(contexto, argumentos);
    }
}
