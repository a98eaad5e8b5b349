package curso.bancada.correcao;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Diz o que há com o arquivo inteiro: o javac culparia o teste, que não acha a classe, ou cada linha.
final class ArquivoDoAluno {

    private static final String MARCA_DE_ORDEM = "\u00ef\u00bb\u00bf";

    private ArquivoDoAluno() {}

    /// O erro de um arquivo que não é UTF-8. O javac compilaria assim mesmo, com outro texto no lugar de cada acento.
    static Optional<ErroDeCompilacao> emOutraCodificacao(Pedido pedido) {
        Path arquivo = pedido.fontes().getFirst();
        try {
            Files.readString(arquivo);
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(erro(arquivo, "O arquivo não está em UTF-8. No editor, grave de novo escolhendo a codificação UTF-8."));
        } catch (IOException e) {
            return Optional.empty(); // o javac dirá que não leu
        }
    }

    /// Os erros a mostrar: um só, se ele explica os outros; senão os do javac.
    static List<ErroDeCompilacao> explicar(Pedido pedido, List<ErroDeCompilacao> doJavac) {
        Path arquivo = pedido.fontes().getFirst();
        try {
            // Byte a byte: um arquivo noutra codificação também se explica.
            String texto = Files.readString(arquivo, StandardCharsets.ISO_8859_1);
            return problema(pedido, texto)
                    .map(p -> List.of(erro(arquivo, p)))
                    .orElse(doJavac);
        } catch (IOException e) {
            return doJavac;
        }
    }

    private static ErroDeCompilacao erro(Path arquivo, String emPortugues) {
        return new ErroDeCompilacao(arquivo.toString(), 1, 1, "", emPortugues, "");
    }

    private static Optional<String> problema(Pedido pedido, String texto) {
        String pacote = pedido.classeDeTeste().substring(0, pedido.classeDeTeste().lastIndexOf('.'));
        if (texto.isBlank()) {
            return Optional.of("O arquivo está vazio. Para ter a partida de volta: ./curso reiniciar " + pedido.exercicio());
        }
        if (texto.startsWith(MARCA_DE_ORDEM)) {
            return Optional.of("O editor gravou uma marca invisível (BOM) no começo. Grave como UTF-8 sem BOM.");
        }
        if (!Pattern.compile("\\bpackage\\s+" + Pattern.quote(pacote) + "\\s*;").matcher(texto).find()) {
            return Optional.of("O arquivo não diz o pacote do exercício. A primeira linha é: package " + pacote + ";");
        }
        return Optional.empty();
    }
}
