package curso.cli.lancador;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Deixa no repositório do Maven o que `mvnw -o verify` pede: o que os outros módulos usam, o surefire, o shade.
final class SemRede {

    /// Nada é compilado nem testado (a bancada só obedece a skipTests): o Maven resolve o que cada passo usaria e o pula.
    static final List<String> RESOLVER = List.of("-Daether.connector.connectTimeout=5000", "-DskipTests", "-Dmaven.test.skip=true",
            "-Dmaven.main.skip=true", "-Dmaven.resources.skip=true", "test",
            "org.apache.maven.plugins:maven-jar-plugin:help", "org.apache.maven.plugins:maven-shade-plugin:help");

    private final Oficina oficina;
    private final Andamento andamento;

    SemRede(Oficina oficina, Andamento andamento) {
        this.oficina = oficina;
        this.andamento = andamento;
    }

    void completar() throws IOException, InterruptedException {
        var registro = oficina.arquivo("maven-semrede.log");
        var maven = new Maven(oficina, andamento);
        var falhou = oficina.arquivo("maven.falhou");
        Files.deleteIfExists(oficina.arquivo("maven.ok"));
        Files.writeString(falhou, maven.repositorio().pasta() + "\n");
        andamento.mostrar("conferindo o que o Maven precisa para funcionar sem rede");
        if (maven.rodar(registro, true, RESOLVER) || maven.rodar(registro, false, RESOLVER)) {
            Files.move(falhou, oficina.arquivo("maven.ok"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(oficina.arquivo("maven.ok"), maven.repositorio().pasta() + "\n");
            return;
        }
        System.err.println("Faltam bibliotecas para rodar ./mvnw sem rede, e não consegui trazê-las. O resto do curso funciona.");
        System.err.println("Com rede, ./mvnw verify traz o que falta; ./curso tenta de novo depois de %d minutos. Detalhes: %s"
                .formatted(EmDia.MINUTOS_ENTRE_TENTATIVAS, registro));
    }
}
