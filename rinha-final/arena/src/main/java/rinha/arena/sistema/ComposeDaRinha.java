package rinha.arena.sistema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// O que o `docker-compose.yml` da infraestrutura diz: aqui roda o mesmo que lá, sem segunda cópia dos números.
final class ComposeDaRinha {
    private final Map<?, ?> servicos;

    private ComposeDaRinha(Map<?, ?> servicos) {
        this.servicos = servicos;
    }

    static ComposeDaRinha ler(Path arquivo) {
        try (var texto = Files.newBufferedReader(arquivo)) {
            Map<?, ?> raiz = new Yaml(new SafeConstructor(new LoaderOptions())).load(texto);
            return new ComposeDaRinha(mapa(raiz, "services"));
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler " + arquivo + ": " + e.getMessage(), e);
        }
    }

    /// Os itens `nome=valor` que vêm depois de cada `-c` no comando do banco.
    List<String> configuracaoDoPostgres() {
        String[] palavras = mapa(servicos, "db").get("command").toString().strip().split("\\s+");
        var itens = new ArrayList<String>();
        for (int i = 1; i + 1 < palavras.length; i += 2) {
            if (!palavras[i].equals("-c")) {
                throw new IllegalStateException("docker-compose.yml: no comando do banco, «%s» não é -c; a arena só entende -c nome=valor".formatted(palavras[i]));
            }
            itens.add(palavras[i + 1]);
        }
        return itens;
    }

    /// As variáveis da API, menos as que dizem onde ela e o banco estão: isso muda aqui.
    ///
    /// @param doUsuario o ambiente de quem chamou, que vale no lugar do compose
    Map<String, String> ambienteDaApi(Map<String, String> doUsuario) {
        var ambiente = new TreeMap<String, String>();
        mapa(mapa(servicos, "api1"), "environment").forEach((nome, valor) -> {
            if (!nome.toString().startsWith("CREDITO_POSTGRES_")) {
                ambiente.put(nome.toString(), doUsuario.getOrDefault(nome.toString(), valor.toString()));
            }
        });
        return ambiente;
    }

    private static Map<?, ?> mapa(Map<?, ?> pai, String nome) {
        if (pai.get(nome) instanceof Map<?, ?> filho) {
            return filho;
        }
        throw new IllegalStateException("docker-compose.yml: falta «%s»".formatted(nome));
    }
}
