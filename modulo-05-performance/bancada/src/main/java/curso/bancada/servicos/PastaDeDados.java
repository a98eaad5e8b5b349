package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A pasta dos dados de um serviço vivo. O guardião a apaga; esta classe recolhe a que ficou quando guardião e dono morreram juntos.
///
/// O dono segura uma trava dentro da pasta enquanto vive. Trava livre e pasta antiga: ninguém mais a usa.
public final class PastaDeDados implements AutoCloseable {
    private static final Duration IDADE_DE_ABANDONO = Duration.ofMinutes(1);
    static final String DADOS = "dados";
    private static final String TRAVA = ".trava";

    private final Path pasta;
    private final Trava trava;

    private PastaDeDados(Path pasta, Trava trava) {
        this.pasta = pasta;
        this.trava = trava;
    }

    /// Uma pasta nova, em disco, para quem executa processos próprios; feche-a depois deles.
    public static PastaDeDados nova(String servico) {
        return nova(Cache.doAmbiente(System.getenv(), System.err::println).raiz(), servico);
    }

    static PastaDeDados nova(Path raizDoCache, String servico) {
        Path dados = raizDoCache.resolve(DADOS);
        try {
            prepararRaiz(dados);
            recolherAbandonadas(dados, Instant.now());
            Arquivos.exigirEspaco(dados, Arquivos.ESPACO_MINIMO);
            Path pasta = dados.resolve(servico + "-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8));
            Arquivos.criarPrivada(pasta);
            Trava trava = Trava.tentar(pasta.resolve(TRAVA)).orElseThrow(() -> new IOException("a trava de uma pasta nova já tem dono"));
            return new PastaDeDados(pasta, trava);
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("criar a pasta de dados do serviço " + servico, dados, e);
        }
    }

    private static void prepararRaiz(Path dados) throws IOException {
        boolean nova = Files.notExists(dados);
        Arquivos.criarPrivada(dados);
        if (nova) {
            Espalhamento.pedir(dados);
        }
    }

    public Path caminho() {
        return pasta;
    }

    /// O Windows não apaga um arquivo travado: solta-se a trava antes de fechar o guardião.
    private void soltar() {
        try {
            trava.close();
        } catch (IOException e) {
            // O sistema a solta quando este processo acabar.
        }
    }

    /// Encerra o serviço que usa a pasta, e com ele a pasta.
    void encerrar(Guardiao guardiao) {
        soltar();
        guardiao.close();
        close();
    }

    /// Apaga o que o guardião não tiver apagado.
    @Override
    public void close() {
        soltar();
        try {
            Arquivos.apagar(pasta);
        } catch (IOException e) {
            // Fica para o próximo processo recolher; encerrar não deve esconder a falha de quem encerra.
        }
    }

    static void recolherAbandonadas(Path dados, Instant agora) throws IOException {
        List<Path> pastas;
        try (var arquivos = Files.list(dados)) {
            pastas = arquivos.toList();
        }
        for (Path pasta : pastas) {
            // Abrir e fechar o arquivo de uma trava deste processo a soltaria (é assim o fcntl do POSIX).
            if (!pasta.getFileName().toString().contains("-" + ProcessHandle.current().pid() + "-")) {
                recolher(pasta, agora);
            }
        }
    }

    private static void recolher(Path pasta, Instant agora) {
        try {
            boolean antiga = Files.getLastModifiedTime(pasta).toInstant().isBefore(agora.minus(IDADE_DE_ABANDONO));
            Optional<Trava> trava = antiga ? Trava.tentar(pasta.resolve(TRAVA)) : Optional.empty();
            if (trava.isPresent()) {
                trava.get().close();
                Arquivos.apagar(pasta);
            }
        } catch (IOException e) {
            // Outro processo a recolhe ao mesmo tempo, ou é de outro usuário: não é preciso fazer nada.
        }
    }
}
