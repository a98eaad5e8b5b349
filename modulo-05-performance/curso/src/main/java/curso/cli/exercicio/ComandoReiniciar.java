package curso.cli.exercicio;

import curso.bancada.medicao.GravacaoAtomica;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.progresso.FalhaDeDisco;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Devolve um exercício ao começo e guarda uma cópia do que havia.
@Command(name = "reiniciar", description = "Devolve o exercício ao começo; guarda uma cópia do seu.")
public final class ComandoReiniciar implements Runnable {

    private static final DateTimeFormatter CARIMBO = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "EXERCICIO", description = "Número do exercício: 03.1.")
    private String pedido;

    @Option(names = "--sim", description = "Não pergunta.")
    private boolean sim;

    private final Contexto contexto;

    public ComandoReiniciar(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        var exercicio = Escolha.exercicio(contexto.catalogo(), pedido);
        var arquivo = contexto.casa().exercicio(exercicio.aula(), exercicio.ficha());
        var partida = ler(contexto.casa().partida(exercicio.ficha()));
        if (existe(arquivo) && Arrays.equals(ler(arquivo), partida)) {
            contexto.tela().linha("O exercício " + exercicio.numero() + " já está no começo: nada a fazer.");
            return;
        }
        if (!sim && !confirmar(exercicio)) {
            contexto.tela().linha("Nada foi mudado.");
            return;
        }
        trocar(exercicio, arquivo, partida);
    }

    private void trocar(Exercicio exercicio, Path arquivo, byte[] partida) {
        try {
            var copia = existe(arquivo) ? guardarCopia(exercicio, arquivo) : null;
            Files.createDirectories(arquivo.getParent());
            GravacaoAtomica.gravar(arquivo, partida);
            contexto.diario().atualizar(p -> p.comExercicio(exercicio.numero(), a -> a.reiniciado()));
            contexto.tela().paragrafo("", "O exercício " + exercicio.numero() + " voltou ao começo: " + contexto.relativo(arquivo));
            if (copia != null) {
                contexto.tela().paragrafo("", "O que havia está em " + contexto.relativo(copia));
            }
        } catch (IOException e) {
            throw Recusa.de("O exercício não foi reiniciado: " + FalhaDeDisco.motivo(e) + ".",
                    "Nada foi perdido: sem a cópia guardada o seu arquivo não é trocado.", e);
        }
    }

    private Path guardarCopia(Exercicio exercicio, Path arquivo) throws IOException {
        var quando = CARIMBO.withZone(ZoneId.systemDefault()).format(contexto.relogio().instant());
        var pasta = contexto.pasta().resolve("copias").resolve(exercicio.numero());
        Files.createDirectories(pasta);
        var destino = pasta.resolve(exercicio.ficha().classe() + "-" + quando + ".java");
        for (int i = 2; Files.exists(destino); i++) {
            destino = pasta.resolve(exercicio.ficha().classe() + "-" + quando + "-" + i + ".java");
        }
        return Files.copy(arquivo, destino);
    }

    private boolean confirmar(Exercicio exercicio) {
        if (!contexto.tela().interativa()) {
            throw Recusa.de("Reiniciar " + exercicio.numero() + " troca o seu arquivo, e aqui não há a quem perguntar.",
                    "Se é isso mesmo: ./curso reiniciar " + exercicio.numero() + " --sim");
        }
        contexto.tela().saida().print("Trocar a sua solução do " + exercicio.numero() + " pela partida? Uma cópia fica em .curso/copias. [s/N] ");
        contexto.tela().saida().flush();
        try {
            var resposta = new BufferedReader(new InputStreamReader(contexto.entrada(), StandardCharsets.UTF_8)).readLine();
            return resposta != null && resposta.strip().toLowerCase(Locale.ROOT).matches("s|sim");
        } catch (IOException e) {
            throw Recusa.de("Não consegui ler a resposta: " + e.getMessage(), "Use --sim para não perguntar.", e);
        }
    }

    private static boolean existe(Path arquivo) {
        return Files.isRegularFile(arquivo);
    }

    private byte[] ler(Path arquivo) {
        try {
            return Files.readAllBytes(arquivo);
        } catch (NoSuchFileException e) {
            throw Recusa.de("Não há " + contexto.relativo(arquivo) + ".", "Recupere-o: git checkout -- " + contexto.relativo(arquivo), e);
        } catch (IOException e) {
            throw Recusa.de("Não consegui ler " + contexto.relativo(arquivo) + ": " + FalhaDeDisco.motivo(e) + ".",
                    "Confira as permissões da pasta.", e);
        }
    }
}
