package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Sob que conta o PostgreSQL executa: ele se recusa a executar como root.
///
/// Como root, `unshare -U` põe o servidor num espaço de usuários em que ele não é root, e os arquivos continuam nossos. Um
/// contêiner costuma proibir isso: ali o servidor executa como «nobody», a quem se entregam os arquivos dele.
///
/// @param prefixo o que vem antes do comando
/// @param dono o uid e gid a quem os arquivos do servidor precisam pertencer, se não é o nosso
record ContaDoPostgres(List<String> prefixo, Optional<Integer> dono) {
    private static final int NOBODY = 65_534;
    private static final List<String> UNSHARE = List.of("unshare", "-U");
    private static final List<String> SETPRIV = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    static ContaDoPostgres atual() throws IOException {
        if (!souRoot()) {
            return new ContaDoPostgres(List.of(), Optional.empty());
        }
        if (funciona(UNSHARE)) {
            return new ContaDoPostgres(UNSHARE, Optional.empty());
        }
        if (funciona(SETPRIV)) {
            return new ContaDoPostgres(SETPRIV, Optional.of(NOBODY));
        }
        throw new FalhaDeServico("Este processo é root, e o sistema não deixou executar o PostgreSQL com outra conta (unshare -U, setpriv)",
                "o PostgreSQL se recusa a executar como root",
                "execute o curso como um usuário comum, ou aponte CURSO_POSTGRES_URL para um servidor");
    }

    /// Faz da conta a dona da árvore; nada a fazer quando ela é a nossa.
    void entregar(Path raiz) throws IOException {
        if (dono.isEmpty()) {
            return;
        }
        try (Stream<Path> tudo = Files.walk(raiz)) {
            for (Path caminho : tudo.toList()) {
                Files.setAttribute(caminho, "unix:uid", dono.get(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(caminho, "unix:gid", dono.get(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean souRoot() throws IOException {
        Path eu = Path.of("/proc/self");
        return Files.exists(eu) && Files.getAttribute(eu, "unix:uid").equals(0);
    }

    private static boolean funciona(List<String> prefixo) {
        try {
            var comando = Stream.concat(prefixo.stream(), Stream.of("true")).toList();
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
