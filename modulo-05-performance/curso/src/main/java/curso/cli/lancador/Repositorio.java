package curso.cli.lancador;

import java.nio.file.Path;
import java.util.Optional;

/// Onde o Maven guarda as bibliotecas.
///
/// @param casa    a pasta `.m2`, ou a de `CURSO_M2`
/// @param pasta   o repositório; a oficina, quando quem estuda já o escolheu nas opções do Maven
/// @param trocado `CURSO_M2`, se há um
record Repositorio(Path casa, Path pasta, Optional<Path> trocado) {

    static Repositorio de(Oficina oficina) {
        var ambiente = oficina.ambiente();
        var trocado = Optional.ofNullable(ambiente.get("CURSO_M2")).filter(p -> !p.isEmpty()).map(p -> Path.of(p).toAbsolutePath());
        var casa = trocado.orElse(Path.of(System.getProperty("user.home"), ".m2"));
        boolean escolhido = (ambiente.getOrDefault("MAVEN_ARGS", "") + ambiente.getOrDefault("MAVEN_OPTS", "")).contains("maven.repo.local");
        return new Repositorio(casa, escolhido ? oficina.pasta() : casa.resolve("repository"), trocado);
    }
}
