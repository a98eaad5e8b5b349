package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Sob que conta o PostgreSQL executa: ele se recusa a executar como root.
///
/// Como root, `unshare -U` põe o servidor num espaço de usuários em que ele não é root, mas os arquivos continuam nossos.
///
/// @param prefixo o que vem antes do comando
record ContaDoPostgres(List<String> prefixo) {
    static ContaDoPostgres atual() throws IOException {
        if (!souRoot()) {
            return new ContaDoPostgres(List.of());
        }
        List<String> unshare = List.of("unshare", "-U");
        if (funciona(List.of("unshare", "-U", "true"))) {
            return new ContaDoPostgres(unshare);
        }
        throw new FalhaDeServico("Este processo é root e o sistema não deixou criar um espaço de usuários (unshare -U)",
                "o PostgreSQL se recusa a executar como root",
                "execute o curso como um usuário comum, ou aponte CURSO_POSTGRES_URL para um servidor");
    }

    private static boolean souRoot() throws IOException {
        Path eu = Path.of("/proc/self");
        return Files.exists(eu) && Files.getAttribute(eu, "unix:uid").equals(0);
    }

    private static boolean funciona(List<String> comando) {
        try {
            Process processo = new ProcessBuilder(comando).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return processo.waitFor(10, TimeUnit.SECONDS) && processo.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
