package curso.bancada.servicos;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/// Uma imagem que precisa estar na máquina; se não está, é baixada, e um registro que não responde falha em segundos.
///
/// O Testcontainers também baixa, mas insiste por dois minutos quando o registro recusa na primeira.
record ImagemDeConteiner(String nome) {
    /// O registro calado por tanto tempo não vai responder; um download lento não fica calado.
    private static final Duration SILENCIO = Duration.ofSeconds(30);

    void garantir(DockerClient docker, Consumer<String> aviso) throws InterruptedException {
        var imagem = ImageNameSubstitutor.instance().apply(DockerImageName.parse(nome));
        if (presente(docker, imagem)) {
            return;
        }
        aviso.accept("Baixando a imagem %s; só desta vez…".formatted(imagem.asCanonicalNameString()));
        var download = new Download();
        try {
            docker.pullImageCmd(imagem.getUnversionedPart()).withTag(imagem.getVersionPart()).exec(download);
            download.esperar();
        } catch (RuntimeException | IOException e) {
            throw naoVeio(imagem, e);
        }
    }

    private static boolean presente(DockerClient docker, DockerImageName imagem) {
        try {
            docker.inspectImageCmd(imagem.asCanonicalNameString()).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static FalhaDeServico naoVeio(DockerImageName imagem, Exception e) {
        String motivo = e instanceof DockerException && e.getMessage() != null ? e.getMessage().strip() : String.valueOf(e.getMessage());
        return new FalhaDeServico("A imagem %s não está na máquina e não pôde ser baixada: %s".formatted(imagem.asCanonicalNameString(), motivo),
                "a imagem precisa estar na máquina ou num registro alcançável",
                "com rede, rode docker pull %s; sem rede, apague CURSO_SERVICOS para usar os serviços embutidos".formatted(imagem.asCanonicalNameString()), e);
    }

    /// Conta o que chega, para distinguir o lento do parado.
    private static final class Download extends ResultCallback.Adapter<PullResponseItem> {
        private volatile long ultimoSinal = System.nanoTime();
        private volatile String erro;

        @Override
        public void onNext(PullResponseItem item) {
            ultimoSinal = System.nanoTime();
            if (item.getErrorDetail() != null) {
                erro = item.getErrorDetail().getMessage();
            }
        }

        void esperar() throws InterruptedException, IOException {
            while (!awaitCompletion(1, TimeUnit.SECONDS)) {
                if (System.nanoTime() - ultimoSinal > SILENCIO.toNanos()) {
                    fechar();
                    throw new IOException("o registro não responde há %d s".formatted(SILENCIO.toSeconds()));
                }
            }
            if (erro != null) {
                throw new IOException(erro);
            }
        }

        private void fechar() {
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException("o download não pôde ser cancelado", e);
            }
        }
    }
}
