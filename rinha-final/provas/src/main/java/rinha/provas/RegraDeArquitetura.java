package rinha.provas;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// Uma regra de dependência com a sua prova: ela recusa que qualquer pacote de `de` use qualquer um de `para`.
///
/// @param frase o que a regra diz, para o nome do teste
/// @param regra a do ArchUnit
/// @param de    pacotes que a regra vigia
/// @param para  pacotes que eles não podem usar
public record RegraDeArquitetura(String frase, ArchRule regra, List<String> de, List<String> para) {
}
