package curso.cli.maquina;

import curso.bancada.medicao.GravacaoAtomica;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Json;
import curso.cli.progresso.FalhaDeDisco;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Confere a máquina na primeira vez, e de novo quando o Java muda ou quando da última vez algo estava errado.
public final class Preparo {

    private record Marca(String java, String quando) {}

    private final Contexto contexto;

    public Preparo(Contexto contexto) {
        this.contexto = contexto;
    }

    /// Devolve se a máquina roda o curso; só mostra algo quando confere.
    public boolean conferirSePreciso() {
        if (jaConferida()) {
            return true;
        }
        contexto.tela().linha();
        contexto.tela().linha("  " + contexto.tela().pincel().titulo("Conferindo a sua máquina"));
        return conferir();
    }

    boolean conferir() {
        List<Achado> achados = Conferencia.fazer(contexto);
        new TelaDaMaquina(contexto.tela()).mostrar(achados);
        boolean certa = achados.stream().noneMatch(a -> a.estado() == Achado.Estado.ERRADO);
        if (certa) {
            marcar();
        }
        return certa;
    }

    private boolean jaConferida() {
        try {
            return Files.readString(marca()).contains("\"" + Runtime.version() + "\"");
        } catch (IOException _) {
            return false; // sem marca legível, confere-se
        }
    }

    private void marcar() {
        try {
            Files.createDirectories(contexto.pasta());
            var texto = Json.de(new Marca(Runtime.version().toString(), contexto.diario().agora()));
            GravacaoAtomica.gravar(marca(), texto.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            contexto.tela().aviso("Não gravei que a máquina já foi conferida (" + FalhaDeDisco.motivo(e) + "): confiro de novo na próxima vez.");
        }
    }

    private Path marca() {
        return contexto.pasta().resolve("maquina.json");
    }
}
