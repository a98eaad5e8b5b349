package curso.cli.maquina;

import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Json;
import curso.cli.nucleo.Opcoes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Confere a máquina e diz o próximo passo do que não estiver certo.
@Command(name = "diagnostico", description = "Confere JDK, memória, disco, serviços e portas.")
public final class ComandoDiagnostico implements Callable<Integer> {

    @Mixin
    private Opcoes opcoes;

    @Option(names = "--json", description = "Escreve os achados em JSON.")
    private boolean json;

    private final Contexto contexto;

    public ComandoDiagnostico(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() {
        var achados = Conferencia.fazer(contexto);
        if (json) {
            contexto.tela().linha(Json.de(achados));
        } else {
            new TelaDaMaquina(contexto.tela()).mostrar(achados);
        }
        return achados.stream().anyMatch(a -> a.estado() == Achado.Estado.ERRADO) ? Codigo.MAU_USO : Codigo.CERTO;
    }
}
