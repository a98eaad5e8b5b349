package curso.bancada.medicao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// As medições de referência que a teoria mostra: `medicoes/NN-slug.json`, ao lado de `NN-slug.md`.
///
/// Uma aula tem um arquivo com a lista dos seus resultados; gravar um resultado substitui o de mesmo nome e
/// conserva os outros.
public final class Medicoes {

    private final Path teoria;

    /// @param teoria a pasta `teoria` do repositório
    public Medicoes(Path teoria) {
        this.teoria = teoria;
    }

    /// Devolve os resultados de referência da aula; vazio se ela ainda não foi medida.
    public List<Resultado> ler(String aula) throws IOException {
        var arquivo = arquivo(aula);
        return Files.exists(arquivo) ? ResultadosEmJson.ler(arquivo) : List.of();
    }

    /// Junta os resultados aos da aula, grava o arquivo, as figuras e os blocos do texto.
    ///
    /// @throws MedicaoInvalida se um resultado é de outra aula ou vem de uma execução curta
    public void gravar(String aula, List<Resultado> novos) throws IOException {
        var porNome = new LinkedHashMap<String, Resultado>();
        ler(aula).forEach(r -> porNome.put(r.ficha().nome(), r));
        for (var novo : novos) {
            recusar(!novo.ficha().aula().equals(aula), novo, "é da aula " + novo.ficha().aula() + ", não da " + aula);
            recusar(novo.curto(), novo, "vem de uma execução curta; a referência se mede sem --curto");
            porNome.put(novo.ficha().nome(), novo);
        }
        var todos = List.copyOf(porNome.values());
        ResultadosEmJson.gravar(arquivo(aula), todos);
        aplicar(aula);
    }

    /// Refaz as figuras e os blocos do texto da aula a partir do arquivo de medições.
    public void aplicar(String aula) throws IOException {
        var resultados = ler(aula);
        for (var resultado : resultados) {
            for (var figura : FigurasDaMedicao.de(resultado).entrySet()) {
                GravacaoAtomica.gravar(teoria.resolve(figura.getKey()), figura.getValue());
            }
        }
        var texto = texto(aula);
        var antes = Files.readString(texto);
        var depois = BlocosDaTeoria.preencher(antes, resultados);
        if (!depois.equals(antes)) {
            GravacaoAtomica.gravar(texto, depois);
        }
    }

    /// Diz o que não combina entre o arquivo de medições, o texto e as figuras da aula: vazio se tudo está em dia.
    public List<String> divergencias(String aula) throws IOException {
        var resultados = ler(aula);
        var achados = new ArrayList<>(BlocosDaTeoria.divergencias(Files.readString(texto(aula)), resultados));
        for (var resultado : resultados) {
            if (resultado.curto()) {
                achados.add("a medição «%s» vem de uma execução curta".formatted(resultado.ficha().nome()));
            }
            for (var figura : FigurasDaMedicao.de(resultado).entrySet()) {
                var arquivo = teoria.resolve(figura.getKey());
                if (!Files.exists(arquivo) || !Files.readString(arquivo).equals(figura.getValue())) {
                    achados.add("a figura %s falta ou não é o que a medição diz".formatted(figura.getKey()));
                }
            }
        }
        return achados;
    }

    /// Devolve o caminho do arquivo de medições da aula, que pode não existir.
    public Path arquivo(String aula) throws IOException {
        var nome = texto(aula).getFileName().toString().replaceFirst("\\.md$", ".json");
        return teoria.resolve("medicoes").resolve(nome);
    }

    private Path texto(String aula) throws IOException {
        try (var arquivos = Files.newDirectoryStream(teoria, aula + "-*.md")) {
            var achados = new ArrayList<Path>();
            arquivos.forEach(achados::add);
            if (achados.size() != 1) {
                throw new MedicaoInvalida("em %s há %d textos da aula %s; é preciso um só, %s-SLUG.md".formatted(teoria,
                        achados.size(), aula, aula));
            }
            return achados.getFirst();
        }
    }

    private static void recusar(boolean errado, Resultado resultado, String porque) {
        if (errado) {
            throw new MedicaoInvalida("o resultado de «%s» %s".formatted(resultado.ficha().nome(), porque));
        }
    }
}
