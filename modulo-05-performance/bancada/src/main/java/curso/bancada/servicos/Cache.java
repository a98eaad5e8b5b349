package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Onde ficam os binários extraídos, o modelo do banco e os dados dos serviços vivos.
///
/// Os dados não vão para `java.io.tmpdir`: em muitos Linux `/tmp` fica na memória, e lá um `fsync` não custa nada.
final class Cache {
    private static final String NOME = "curso-performance";

    private final Path raiz;

    private Cache(Path raiz) {
        this.raiz = raiz;
    }

    /// A pasta de `CURSO_CACHE`, ou a do sistema para caches; se esta não permite escrita, avisa e usa uma pasta privada em `java.io.tmpdir`.
    static Cache doAmbiente(Map<String, String> ambiente, Consumer<String> aviso) {
        String escolhida = ambiente.get("CURSO_CACHE");
        if (escolhida != null && !escolhida.isBlank()) {
            return escolhida(Path.of(escolhida));
        }
        Path temporaria = Path.of(System.getProperty("java.io.tmpdir"));
        return comReserva(doSistema(ambiente, System.getProperty("os.name"), System.getProperty("user.home")), temporaria, aviso);
    }

    static Path doSistema(Map<String, String> ambiente, String sistema, String casa) {
        String nome = sistema.toLowerCase(Locale.ROOT);
        String xdg = ambiente.getOrDefault("XDG_CACHE_HOME", "");
        String local = ambiente.getOrDefault("LOCALAPPDATA", "");
        if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg, NOME);
        }
        if (nome.startsWith("windows") && !local.isBlank()) {
            return Path.of(local, NOME);
        }
        return nome.startsWith("mac") ? Path.of(casa, "Library", "Caches", NOME) : Path.of(casa, ".cache", NOME);
    }

    private static Cache escolhida(Path pasta) {
        try {
            return new Cache(preparar(pasta.toAbsolutePath()));
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("usar CURSO_CACHE", pasta, e);
        }
    }

    static Cache comReserva(Path preferida, Path temporaria, Consumer<String> aviso) {
        try {
            return new Cache(preparar(preferida));
        } catch (IOException e) {
            Path reserva = reserva(temporaria);
            aviso.accept("A pasta %s não permite escrita (%s); uso %s. Se ela fica na memória, escritas parecerão mais rápidas: aponte CURSO_CACHE para um disco."
                    .formatted(preferida, e.getClass().getSimpleName(), reserva));
            return new Cache(reserva);
        }
    }

    /// Um cache que outra conta pode atravessar, sem listar: é o que o PostgreSQL precisa quando executa como «nobody».
    static Cache atravessavel() throws IOException {
        Path raiz = reserva(Path.of(System.getProperty("java.io.tmpdir")));
        Set<PosixFilePermission> soPassar = PosixFilePermissions.fromString("rwx--x--x");
        Files.setPosixFilePermissions(raiz, soPassar);
        Files.setPosixFilePermissions(Arquivos.criarPrivada(raiz.resolve(PastaDeDados.DADOS)), soPassar);
        return new Cache(raiz);
    }

    private static Path reserva(Path temporaria) {
        Path pasta = temporaria.resolve(NOME + "-" + System.getProperty("user.name"));
        try {
            if (Files.isSymbolicLink(pasta)) {
                throw new IOException("é um atalho");
            }
            Arquivos.criarPrivada(pasta);
            // O tmpdir é de todos: uma pasta plantada ali por outro usuário receberia nossos executáveis.
            Path prova = Files.createTempFile(pasta, "prova", "");
            boolean nossa = Files.getOwner(prova).equals(Files.getOwner(pasta, LinkOption.NOFOLLOW_LINKS));
            Files.delete(prova);
            return nossa ? pasta : Files.createTempDirectory(temporaria, NOME);
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("criar a pasta de reserva", pasta, e);
        }
    }

    private static Path preparar(Path pasta) throws IOException {
        Arquivos.criarPrivada(pasta);
        Files.delete(Files.createTempFile(pasta, "prova", ""));
        return pasta;
    }

    Path raiz() {
        return raiz;
    }

    /// Uma pasta do cache que se prepara uma vez e se usa muitas.
    PastaPronta pasta(String nome, PastaPronta.Construtor construtor) {
        return new PastaPronta(raiz.resolve(nome), construtor);
    }
}
