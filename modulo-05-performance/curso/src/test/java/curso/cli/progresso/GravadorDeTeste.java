package curso.cli.progresso;

import curso.bancada.correcao.Situacao;
import java.nio.file.Path;
import java.time.Clock;

/// Outro processo que grava no mesmo progresso.
final class GravadorDeTeste {

    static final int VEZES = 30;

    private GravadorDeTeste() {
    }

    public static void main(String[] argumentos) {
        var diario = new Diario(Path.of(argumentos[0]), Clock.systemUTC(), aviso -> {
            System.err.println(aviso);
            System.exit(1);
        });
        for (int i = 0; i < VEZES; i++) {
            diario.atualizar(p -> p.comExercicio(argumentos[1], a -> a.corrigido(Situacao.FALHOU, diario.agora())));
        }
    }
}
