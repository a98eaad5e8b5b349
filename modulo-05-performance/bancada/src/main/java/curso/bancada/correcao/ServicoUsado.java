package curso.bancada.correcao;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Um serviço que demora a subir e que os testes de um exercício dizem usar, pelo que importam.
///
/// Serve para adiantar: um uso que escape daqui só custa tempo. O Redis fica de fora, porque sobe em 0,2 s.
public enum ServicoUsado {
    POSTGRES("servicos.Banco;", "servicos.Postgres;"),
    MENSAGERIA("servicos.Mensageria;");

    private final List<String> importados;

    ServicoUsado(String... importados) {
        this.importados = List.of(importados);
    }

    /// Os serviços que algum dos fontes importa; um arquivo que não se lê não importa nada (quem compila diz o que houve com ele).
    public static Set<ServicoUsado> em(List<Path> fontes) {
        var usados = EnumSet.noneOf(ServicoUsado.class);
        for (Path fonte : fontes) {
            String texto = ler(fonte);
            for (ServicoUsado servico : values()) {
                if (servico.importados.stream().anyMatch(texto::contains)) {
                    usados.add(servico);
                }
            }
        }
        return usados;
    }

    private static String ler(Path fonte) {
        try {
            // Só interessam os nomes importados, iguais em qualquer codificação.
            return Files.readString(fonte, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
