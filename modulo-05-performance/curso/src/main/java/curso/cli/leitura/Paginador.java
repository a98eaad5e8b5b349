package curso.cli.leitura;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Recusa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Mostra um texto comprido: pelo $PAGER de quem tem um, senão pelo do curso; fora de um terminal, direto.
final class Paginador {

    private final Contexto contexto;

    Paginador(Contexto contexto) {
        this.contexto = contexto;
    }

    void mostrar(List<String> linhas) {
        var pager = contexto.ambiente().getOrDefault("PAGER", "").strip();
        if (!contexto.tela().interativa()) {
            direto(linhas);
        } else if (!pager.isEmpty() && !pager.equals("cat")) {
            peloDaPessoa(pager, linhas);
        } else if (pager.equals("cat") || !PaginadorDoCurso.mostrar(linhas, contexto.tela().pincel())) {
            direto(linhas);
        }
    }

    private void direto(List<String> linhas) {
        for (var linha : linhas) {
            contexto.tela().linha(linha);
            if (contexto.tela().saida().checkError()) {
                return; // quem lia fechou o cano (| head): não há mais a quem escrever
            }
        }
    }

    private void peloDaPessoa(String pager, List<String> linhas) {
        var construtor = new ProcessBuilder("sh", "-c", pager)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        construtor.environment().putIfAbsent("LESS", "FRX");
        construtor.environment().putIfAbsent("LESSCHARSET", "utf-8");
        try {
            var processo = construtor.start();
            try (var texto = processo.outputWriter(StandardCharsets.UTF_8)) {
                texto.write(String.join("\n", linhas));
                texto.write('\n');
            } catch (IOException _) {
                // saiu do paginador antes do fim do texto: é o comum
            }
            // A leitura dura quanto a pessoa quiser; um dia é o bastante para não esperar para sempre.
            processo.waitFor(1, TimeUnit.DAYS);
        } catch (IOException e) {
            throw Recusa.de("O paginador «" + pager + "» não abriu: " + e.getMessage(),
                    "Corrija a variável PAGER, ou retire-a para usar o paginador do curso.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
