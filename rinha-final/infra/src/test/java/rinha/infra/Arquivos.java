package rinha.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Lê os arquivos da infraestrutura como quem os usa: YAML com âncoras e `<<` resolvidos, vários documentos.
final class Arquivos {
    private static final ObjectMapper ARVORE = new ObjectMapper();

    private Arquivos() {}

    static String texto(String caminho) {
        try {
            return Files.readString(Path.of(caminho));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> documentos(String caminho) {
        var documentos = new ArrayList<JsonNode>();
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(texto(caminho)).forEach(d -> documentos.add(ARVORE.valueToTree(d)));
        return documentos;
    }

    static JsonNode um(String caminho) {
        return documentos(caminho).getFirst();
    }

    static JsonNode json(String caminho) {
        try {
            return ARVORE.readTree(texto(caminho));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Os serviços de um arquivo do Compose, por nome.
    static Map<String, JsonNode> servicos(String caminho) {
        var servicos = new LinkedHashMap<String, JsonNode>();
        um(caminho).get("services").properties().forEach(s -> servicos.put(s.getKey(), s.getValue()));
        return servicos;
    }

    static Map<String, String> ambiente(JsonNode servico) {
        var ambiente = new LinkedHashMap<String, String>();
        servico.path("environment").properties().forEach(v -> ambiente.put(v.getKey(), v.getValue().asText()));
        return ambiente;
    }
}
