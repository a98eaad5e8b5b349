package curso.cli.markdown;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// O que o texto deixa para o fim: endereços dos links e respostas escondidas.
final class Notas {

    private final String pastaDoTexto;
    private final List<String> links = new ArrayList<>();
    private final List<List<String>> respostas = new ArrayList<>();

    /// @param pastaDoTexto pasta do documento a partir da raiz do curso, para mostrar caminhos que se abrem dali
    Notas(String pastaDoTexto) {
        this.pastaDoTexto = pastaDoTexto;
    }

    /// Devolve o número da nota desse endereço; endereços iguais têm a mesma nota.
    int link(String destino) {
        var escrito = caminho(destino);
        if (!links.contains(escrito)) {
            links.add(escrito);
        }
        return links.indexOf(escrito) + 1;
    }

    /// Guarda uma resposta para o fim e devolve o número dela.
    int resposta(List<String> linhas) {
        respostas.add(List.copyOf(linhas));
        return respostas.size();
    }

    /// Torna um destino relativo ao documento em relativo à raiz do curso; endereços da rede ficam como estão.
    String caminho(String destino) {
        if (destino.contains("://") || destino.startsWith("mailto:") || destino.startsWith("/")) {
            return destino;
        }
        return Path.of(pastaDoTexto).resolve(destino).normalize().toString();
    }

    List<String> links() {
        return List.copyOf(links);
    }

    List<List<String>> respostas() {
        return List.copyOf(respostas);
    }
}
