package rinha.arena.sistema;

import curso.bancada.catalogo.Casa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rinha.arena.Recusa;

/// Onde estão os programas que se executam e os arquivos de que eles precisam.
///
/// @param raiz        a raiz do repositório
/// @param credito     o jar da API
/// @param balanceador o jar do balanceador
/// @param opcoes      a pasta com `credito.args` e `balanceador.args`, as opções de JVM
/// @param caches      a pasta com os caches de partida (`credito.aot`…); sem eles, a partida só é mais lenta
public record Oficina(Path raiz, Path credito, Path balanceador, Path opcoes, Path caches) {
    /// A pasta que o lançador prepara, com jars e caches treinados; vale enquanto ela existir.
    private static final String PROPRIEDADE = "arena.oficina";

    /// A raiz do repositório.
    public static Path raizDoCurso() {
        return Casa.encontrar().map(Casa::raiz).orElseThrow(() -> Recusa.de("Não acho o curso a partir desta pasta.", "Rode ./curso rinha de dentro do repositório."));
    }

    /// A que o lançador preparou ou, sem lançador, o que o Maven construiu.
    public static Oficina encontrar() {
        Path raiz = raizDoCurso();
        String preparada = System.getProperty(PROPRIEDADE, "");
        Path rinha = raiz.resolve("rinha-final");
        var oficina = preparada.isBlank()
                ? new Oficina(raiz, rinha.resolve("credito/target/credito.jar"), rinha.resolve("balanceador/target/balanceador.jar"),
                        rinha.resolve("infra/jvm"), rinha.resolve("arena/target"))
                : daPasta(raiz, Path.of(preparada));
        Stream.of(oficina.credito, oficina.balanceador).filter(jar -> !Files.isRegularFile(jar)).findFirst().ifPresent(Oficina::recusar);
        return oficina;
    }

    private static Oficina daPasta(Path raiz, Path pasta) {
        return new Oficina(raiz, pasta.resolve("credito.jar"), pasta.resolve("balanceador.jar"), pasta, pasta);
    }

    private static void recusar(Path jar) {
        throw Recusa.de("Não há " + jar + ".", "Construa antes: ./mvnw -pl :arena -am -DskipTests package. O ./curso rinha faz isso sozinho.");
    }

    /// O comando que executa um dos jars, com as opções de JVM dele, estas a mais, e o cache de partida, se há um.
    List<String> java(Path jar, List<String> opcoesAMais, String... argumentos) {
        String nome = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        var linha = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Path cache = caches.resolve(nome + ".aot");
        if (Files.isRegularFile(cache)) {
            linha.add("-XX:AOTCache=" + cache);
        }
        linha.add("@" + opcoes.resolve(nome + ".args"));
        linha.addAll(opcoesAMais);
        // Relativo à pasta do jar, como no treino: o cache confere o caminho dele.
        linha.addAll(List.of("-jar", jar.getFileName().toString()));
        linha.addAll(List.of(argumentos));
        return linha;
    }

    Path infra(String arquivo) {
        return raiz.resolve("rinha-final/infra").resolve(arquivo);
    }
}
