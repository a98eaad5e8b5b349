package curso.cli.manutencao;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.GravacaoAtomica;
import curso.bancada.medicao.Medicoes;
import curso.bancada.medicao.TrechosDaTeoria;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import curso.cli.progresso.FalhaDeDisco;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Refaz o que é cópia: os trechos de código da teoria, as tabelas medidas e as partidas.
@Command(name = "sincronizar", description = "Refaz os trechos de código da teoria e as partidas (para quem mantém o curso).")
public final class ComandoSincronizar implements Runnable {

    @Mixin
    private Opcoes opcoes;

    private final Contexto contexto;
    private int mudancas;

    public ComandoSincronizar(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        try {
            for (var aula : contexto.catalogo().aulas()) {
                trechos(aula);
                new Medicoes(contexto.casa().pastaDaTeoria()).aplicar(aula.numero());
            }
            for (var exercicio : Escolha.todos(contexto.catalogo())) {
                partida(exercicio);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a sincronização parou: " + FalhaDeDisco.motivo(e), e);
        }
        contexto.tela().linha(mudancas == 0 ? "Tudo já estava em dia." : mudancas + " arquivo(s) refeito(s); veja com git diff.");
    }

    private void trechos(Aula aula) throws IOException {
        var arquivo = contexto.casa().teoria(aula);
        var antes = Files.readString(arquivo);
        gravarSeMudou(arquivo, antes.getBytes(StandardCharsets.UTF_8),
                new TrechosDaTeoria(contexto.casa().raiz()).sincronizado(antes).getBytes(StandardCharsets.UTF_8));
    }

    /// Só um exercício por começar é partida: o de quem já o resolveu nunca é copiado por cima dela.
    private void partida(Escolha.Exercicio exercicio) throws IOException {
        var fonte = contexto.casa().exercicio(exercicio.aula(), exercicio.ficha());
        if (!Files.isRegularFile(fonte)) {
            contexto.tela().aviso("Falta " + contexto.relativo(fonte) + ".");
            return;
        }
        var texto = Files.readAllBytes(fonte);
        if (!new String(texto, StandardCharsets.UTF_8).contains("Exercicio.aFazer(\"" + exercicio.numero() + "\")")) {
            contexto.tela().aviso(exercicio.numero() + " já foi começado aqui: a partida dele fica como está.");
            return;
        }
        var partida = contexto.casa().partida(exercicio.ficha());
        Files.createDirectories(partida.getParent());
        gravarSeMudou(partida, Files.exists(partida) ? Files.readAllBytes(partida) : new byte[0], texto);
    }

    private void gravarSeMudou(Path arquivo, byte[] antes, byte[] depois) throws IOException {
        if (!Arrays.equals(antes, depois)) {
            GravacaoAtomica.gravar(arquivo, depois);
            mudancas++;
            contexto.tela().linha("  " + contexto.relativo(arquivo));
        }
    }
}
