package rinha.arena.sistema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// O `nginx.conf` da infraestrutura, levado a esta máquina: só mudam endereços, portas e pastas.
final class ConfiguracaoDoNginx {
    private static final Pattern SERVIDORES = Pattern.compile("(?m)(?:^ *server \\w+:8080 ([^;]*);\\n)+");
    private static final Pattern ESCUTA = Pattern.compile("listen 9999");
    private static final Pattern TEMPORARIOS = Pattern.compile("/tmp/nginx");

    private ConfiguracaoDoNginx() {}

    /// O executável do nginx, se está instalado.
    static Optional<Path> executavel() {
        var pastas = Stream.concat(Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"));
        return pastas.filter(p -> !p.isBlank()).map(p -> Path.of(p, "nginx")).filter(Files::isExecutable).findFirst();
    }

    static String comoInstalar() {
        return "instale o nginx (Debian e Ubuntu: sudo apt install nginx-light; Fedora: sudo dnf install nginx; macOS: brew install nginx)";
    }

    static String para(Path modelo, int porta, List<Integer> instancias, Path pasta) throws IOException {
        String texto = Files.readString(modelo);
        var servidores = SERVIDORES.matcher(texto);
        if (!servidores.find()) {
            throw new IOException("em %s não achei as linhas «server api1:8080 …;» do upstream".formatted(modelo));
        }
        String opcoes = servidores.group(1);
        String novos = instancias.stream().map(p -> "        server 127.0.0.1:%d %s;%n".formatted(p, opcoes)).collect(Collectors.joining());
        texto = servidores.replaceAll(Matcher.quoteReplacement(novos));
        texto = ESCUTA.matcher(texto).replaceAll("listen 127.0.0.1:" + porta);
        return TEMPORARIOS.matcher(texto).replaceAll(Matcher.quoteReplacement(pasta.resolve("nginx").toString()));
    }
}
