package curso.bancada.medicao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Lê e escreve listas de resultados em JSON (UTF-8, indentado, data e duração em ISO-8601).
public final class ResultadosEmJson {

    private static final JsonMapper MAPEADOR = JsonMapper.builder()
            .addModule(new ModuloJson())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ResultadosEmJson() {
    }

    /// Devolve o texto JSON dos resultados.
    public static String escrever(List<Resultado> resultados) {
        try {
            return MAPEADOR.writeValueAsString(resultados) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lê os resultados de um texto; `origem` diz de onde ele veio na mensagem de erro.
    public static List<Resultado> ler(String json, String origem) {
        try {
            return List.of(MAPEADOR.readValue(json, Resultado[].class));
        } catch (JsonProcessingException e) {
            var onde = e.getLocation();
            throw new MedicaoInvalida("%s não é uma lista de resultados%s: %s. %s".formatted(origem,
                    onde == null ? "" : " (linha " + onde.getLineNr() + ", coluna " + onde.getColumnNr() + ")",
                    e.getOriginalMessage(), "Restaure o arquivo (git checkout) ou meça de novo"), e);
        }
    }

    /// Grava o arquivo inteiro ou não grava: quem lê nunca vê metade.
    public static void gravar(Path arquivo, List<Resultado> resultados) throws IOException {
        GravacaoAtomica.gravar(arquivo, escrever(resultados));
    }

    /// Lê os resultados de um arquivo.
    public static List<Resultado> ler(Path arquivo) throws IOException {
        try {
            return ler(Files.readString(arquivo), arquivo.toString());
        } catch (NoSuchFileException e) {
            throw new MedicaoInvalida("%s não existe. Ele nasce de ./curso medir --referencia".formatted(arquivo), e);
        }
    }
}
