package curso.cli.assistir;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Os arquivos dos exercícios que se assiste e o conteúdo que cada um tinha na última correção.
///
/// Um editor pode salvar em várias escritas, ou salvar sem mudar nada: só o conteúdo diz se há o que corrigir.
final class Arquivos {

    private final Map<Path, Exercicio> exercicios = new LinkedHashMap<>();
    private final Map<Path, String> corrigidos = new HashMap<>();

    Arquivos(Contexto contexto, Collection<Exercicio> vigiados) {
        for (var e : vigiados) {
            exercicios.put(contexto.casa().exercicio(e.aula(), e.ficha()), e);
        }
        exercicios.keySet().forEach(this::marcar);
    }

    List<Path> pastas() {
        return exercicios.keySet().stream().map(Path::getParent).distinct().filter(Files::isDirectory).toList();
    }

    /// O exercício cujo arquivo mudou de conteúdo, entre os que este aviso pode dizer respeito.
    Optional<Exercicio> mudado(Path avisado) {
        return exercicios.keySet().stream()
                .filter(a -> a.equals(avisado) || a.getParent().equals(avisado))
                .filter(this::diferente).findFirst().map(exercicios::get);
    }

    void marcarCorrigido(Exercicio exercicio) {
        exercicios.entrySet().stream().filter(e -> e.getValue().equals(exercicio)).map(Map.Entry::getKey)
                .collect(Collectors.toList()).forEach(this::marcar);
    }

    /// O que não se pôde ler não tem conteúdo corrigido: se voltar, mesmo igual, há o que corrigir.
    private void marcar(Path arquivo) {
        conteudo(arquivo).ifPresentOrElse(c -> corrigidos.put(arquivo, c), () -> corrigidos.remove(arquivo));
    }

    /// Vazio não conta: é o instante entre o editor truncar e escrever.
    private boolean diferente(Path arquivo) {
        return conteudo(arquivo).filter(c -> !c.isBlank() && !c.equals(corrigidos.get(arquivo))).isPresent();
    }

    private static Optional<String> conteudo(Path arquivo) {
        try {
            // Byte a byte: um arquivo gravado noutra codificação também mudou, e quem o recusa é o compilador.
            return Optional.of(Files.readString(arquivo, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty(); // o editor o está trocando: vem outro aviso
        }
    }
}
