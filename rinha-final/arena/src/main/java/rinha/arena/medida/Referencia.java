package rinha.arena.medida;

import curso.bancada.medicao.BlocosDaTeoria;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A jornada de referência: `medicoes/jornada.json`, e a tabela que o README da rinha mostra.
public record Referencia(Path json, Path readme) {

    public static Referencia em(Path raiz) {
        Path rinha = raiz.resolve("rinha-final");
        return new Referencia(rinha.resolve("medicoes/jornada.json"), rinha.resolve("README.md"));
    }

    /// Grava a medição e preenche o bloco do README.
    public void gravar(Resultado jornada) throws IOException {
        ResultadosEmJson.gravar(json, List.of(jornada));
        Files.writeString(readme, BlocosDaTeoria.preencher(Files.readString(readme), List.of(jornada)));
    }

    /// O que não combina entre o README e a medição; vazio se está tudo em dia. Sem medição, o README não pode mostrar números.
    public List<String> divergencias() throws IOException {
        if (!Files.exists(json)) {
            return BlocosDaTeoria.de(Files.readString(readme)).stream().filter(b -> !b.conteudo().isBlank())
                    .map(b -> "linha %d: o bloco «%s» mostra números sem medição".formatted(b.linha(), b.nome())).toList();
        }
        return BlocosDaTeoria.divergencias(Files.readString(readme), ResultadosEmJson.ler(json));
    }
}
