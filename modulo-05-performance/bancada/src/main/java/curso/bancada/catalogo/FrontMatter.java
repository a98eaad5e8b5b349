package curso.bancada.catalogo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Um documento Markdown com cabeçalho YAML entre linhas `---`.
public record FrontMatter(String yaml, String corpo) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// Lê e separa; sem cabeçalho, `yaml` vem vazio.
    public static FrontMatter ler(Path arquivo) {
        try {
            return separar(Files.readString(arquivo));
        } catch (IOException e) {
            throw new UncheckedIOException("não foi possível ler " + arquivo + ": " + e.getMessage(), e);
        }
    }

    static FrontMatter separar(String texto) {
        String normal = texto.replace("\r\n", "\n");
        int fim = normal.indexOf("\n---\n", 3);
        if (!normal.startsWith("---\n") || fim < 0) {
            return new FrontMatter("", normal);
        }
        return new FrontMatter(normal.substring(4, fim + 1), normal.substring(fim + 5));
    }

    /// Converte o cabeçalho; um campo desconhecido ou inválido é erro, com o nome do arquivo.
    public <T> T como(Class<T> tipo, Path arquivo) {
        try {
            return YAML.readValue(yaml, tipo);
        } catch (JsonProcessingException e) {
            throw new CatalogoInvalido(arquivo + ": cabeçalho inválido: " + e.getOriginalMessage(), e);
        }
    }
}
