package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Uma pasta que se constrói uma vez e aparece inteira ou não aparece, também com dois processos ao mesmo tempo.
///
/// O construtor trabalha numa pasta ao lado, que só no fim toma o nome definitivo. Um [Manifesto] diz o que ela deve ter: se
/// alguém apagou ou truncou um arquivo dela, ela é refeita.
final class PastaPronta {
    private static final Duration PRAZO_DA_TRAVA = Duration.ofMinutes(3);

    private final Path pasta;
    private final Construtor construtor;

    @FunctionalInterface
    interface Construtor {
        void construir(Path vazia) throws IOException;
    }

    PastaPronta(Path pasta, Construtor construtor) {
        this.pasta = pasta;
        this.construtor = construtor;
    }

    /// A pasta, construída agora se preciso.
    Path garantir() throws IOException {
        return Manifesto.existeEm(pasta) ? pasta : construir();
    }

    /// Confere a pasta arquivo por arquivo e a refaz se algo falta; diz se refez.
    boolean reparar() throws IOException {
        try (Trava _ = travar()) {
            if (Manifesto.confere(pasta)) {
                return false;
            }
            renovar();
            return true;
        }
    }

    private Path construir() throws IOException {
        try (Trava _ = travar()) {
            if (!Manifesto.existeEm(pasta)) { // outro processo pode tê-la feito enquanto esperávamos
                renovar();
            }
            return pasta;
        }
    }

    private void renovar() throws IOException {
        limparRestos();
        Path parcial = irma(".parcial");
        try {
            construtor.construir(Arquivos.criarPrivada(parcial));
            Manifesto.gravar(parcial);
            if (Files.exists(pasta)) {
                // Mudar de nome é instantâneo: quem copia dela agora falha inteiro, não pela metade.
                Files.move(pasta, irma(".velha"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(parcial, pasta, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            limparRestos();
        }
    }

    private Path irma(String sufixo) {
        return pasta.resolveSibling(pasta.getFileName() + sufixo + "-" + UUID.randomUUID());
    }

    /// Só se chama com a trava: o que sobrou de uma construção interrompida é de um processo morto.
    private void limparRestos() throws IOException {
        List<Path> restos;
        try (var irmas = Files.list(pasta.getParent())) {
            String nome = pasta.getFileName().toString();
            restos = irmas.filter(p -> p.getFileName().toString().startsWith(nome + ".parcial")
                    || p.getFileName().toString().startsWith(nome + ".velha")).toList();
        }
        for (Path resto : restos) {
            Arquivos.apagar(resto);
        }
    }

    private Trava travar() throws IOException {
        return Trava.esperar(pasta.resolveSibling(pasta.getFileName() + ".trava"), PRAZO_DA_TRAVA);
    }
}
