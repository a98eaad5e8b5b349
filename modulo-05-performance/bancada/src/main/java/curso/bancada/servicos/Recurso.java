package curso.bancada.servicos;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.List;

/// Um binário que veio dentro de um jar.
record Recurso(String nome, URL url) {
    static Recurso primeiro(String servico, List<String> nomes) {
        for (String nome : nomes) {
            URL url = Recurso.class.getResource(nome);
            if (url != null) {
                return new Recurso(nome, url);
            }
        }
        throw new FalhaDeServico("Não veio um %s embutido para este sistema (%s, %s); procurei %s"
                .formatted(servico, System.getProperty("os.name"), System.getProperty("os.arch"), nomes),
                "o embutido existe para Linux, macOS e Windows em amd64, e para Linux e macOS em arm64 (Redis: sem Windows)",
                "use um servidor seu (CURSO_POSTGRES_URL, CURSO_REDIS_URL, CURSO_AMQP_URL) ou CURSO_SERVICOS=docker");
    }

    /// Muda quando o conteúdo muda, sem precisar ler 15 MB: é a soma que o índice do jar guarda.
    String impressao() throws IOException {
        URLConnection conexao = url.openConnection();
        if (conexao instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(conexao.getContentLengthLong());
    }

    InputStream abrir() throws IOException {
        return url.openStream();
    }
}
