package curso.bancada.servicos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Escolhe como o guardião executa: um `sh` onde há um, senão a própria JVM.
final class LancadorDeGuardiao {
    private static final long PASSO_MS = 20;
    private static final String ROTEIRO = ler("guardiao.sh");

    private LancadorDeGuardiao() {}

    static ProcessBuilder de(Comando comando) {
        return Files.isExecutable(Path.of("/bin/sh")) ? porShell(comando) : porJava(comando);
    }

    static ProcessBuilder porShell(Comando comando) {
        boolean temSetsid = Stream.of("/usr/bin/setsid", "/bin/setsid").anyMatch(s -> Files.isExecutable(Path.of(s)));
        // Uma sessão própria: o Ctrl-C do terminal vai ao grupo do aluno e não alcança o serviço nem o guardião.
        var linha = new ArrayList<>(temSetsid ? List.of("setsid", "/bin/sh") : List.of("/bin/sh"));
        linha.addAll(List.of("-c", ROTEIRO, "guardiao"));
        var construtor = construtor(linha, comando);
        if (!temSetsid) {
            construtor.environment().put("GUARDIAO_SEM_SETSID", "1");
        }
        return construtor;
    }

    static ProcessBuilder porJava(Comando comando) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return construtor(new ArrayList<>(List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m",
                "-cp", ondeEstao(GuardiaoEmJava.class), GuardiaoEmJava.class.getName())), comando);
    }

    private static ProcessBuilder construtor(List<String> linha, Comando comando) {
        linha.add(comando.sinal());
        linha.add(Long.toString(Math.max(1, comando.paciencia().toMillis() / PASSO_MS)));
        linha.add(comando.saida().toAbsolutePath().toString());
        linha.add(comando.apagar().map(p -> p.toAbsolutePath().toString()).orElse(""));
        linha.addAll(comando.argumentos());
        var construtor = new ProcessBuilder(linha).directory(comando.pasta().toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        construtor.environment().putAll(comando.ambiente());
        return construtor;
    }

    private static String ondeEstao(Class<?> classe) {
        try {
            return Path.of(classe.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("As classes da bancada precisam estar numa pasta ou num jar", e);
        }
    }

    private static String ler(String recurso) {
        try (var bytes = LancadorDeGuardiao.class.getResourceAsStream(recurso)) {
            // Sem os comentários: o roteiro inteiro aparece em «ps».
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().filter(linha -> !linha.isBlank() && !linha.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("O recurso " + recurso + " precisa vir com a bancada; recompile com ./mvnw -pl :bancada compile", e);
        }
    }
}
