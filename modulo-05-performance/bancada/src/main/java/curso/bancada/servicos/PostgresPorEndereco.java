package curso.bancada.servicos;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.postgresql.Driver;

/// Liga-se ao PostgreSQL de `CURSO_POSTGRES_URL`; nunca o encerra, e avisa se ele não é durável.
final class PostgresPorEndereco {
    private static final String REGRA = "CURSO_POSTGRES_URL é jdbc:postgresql://host:porta/banco?user=…&password=… ou postgresql://usuario:senha@host:porta/banco";

    private PostgresPorEndereco() {}

    static ServidorPostgres ligar(String url, Consumer<String> aviso) {
        var endereco = ler(url);
        var servidor = new ServidorPostgres(Origem.ENDERECO, endereco, () -> {});
        avisarSeNaoDuravel(endereco, aviso);
        return servidor;
    }

    static EnderecoDoPostgres ler(String url) {
        Properties lidas = Driver.parseURL(paraJdbc(url), new Properties());
        if (lidas == null) {
            throw recusado("o endereço não pôde ser lido");
        }
        String usuario = lidas.getProperty("user", "");
        if (usuario.isEmpty()) {
            throw recusado("falta o usuário");
        }
        return new EnderecoDoPostgres(lidas.getProperty("PGHOST"), Integer.parseInt(lidas.getProperty("PGPORT")),
                lidas.getProperty("PGDBNAME", usuario), usuario, lidas.getProperty("password", ""), outros(lidas));
    }

    private static String outros(Properties lidas) {
        var resto = new StringBuilder();
        for (String nome : new TreeSet<>(lidas.stringPropertyNames())) {
            if (!nome.startsWith("PG") && !nome.equals("user") && !nome.equals("password")) {
                resto.append(resto.isEmpty() ? '?' : '&').append(nome).append('=').append(EnderecoDoPostgres.codificar(lidas.getProperty(nome)));
            }
        }
        return resto.toString();
    }

    /// Aceita também a forma da libpq, que os provedores de nuvem mostram.
    private static String paraJdbc(String url) {
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            return url;
        }
        try {
            URI uri = new URI(url);
            String conta = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            String[] partes = conta.split(":", 2);
            String porta = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String pergunta = uri.getRawQuery() == null ? "" : "&" + uri.getRawQuery();
            return "jdbc:postgresql://%s%s%s?user=%s&password=%s%s".formatted(uri.getHost(), porta, uri.getRawPath(), recodificar(partes[0]),
                    partes.length > 1 ? recodificar(partes[1]) : "", pergunta);
        } catch (URISyntaxException e) {
            throw recusado("o endereço não é um URI");
        }
    }

    private static String recodificar(String texto) {
        return EnderecoDoPostgres.codificar(URLDecoder.decode(texto.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private static void avisarSeNaoDuravel(EnderecoDoPostgres endereco, Consumer<String> aviso) {
        try {
            Durabilidade.desligada(endereco).ifPresent(desligada ->
                    aviso.accept("O PostgreSQL de CURSO_POSTGRES_URL tem %s: as escritas medidas nele não são as de um banco durável.".formatted(desligada)));
        } catch (SQLException e) {
            aviso.accept("Não foi possível saber se o PostgreSQL de CURSO_POSTGRES_URL é durável: " + e.getMessage());
        }
    }

    /// O endereço não aparece na mensagem: traz a senha.
    private static FalhaDeServico recusado(String motivo) {
        return new FalhaDeServico("CURSO_POSTGRES_URL foi recusada: " + motivo, REGRA, "corrija a variável ou apague-a para usar o servidor embutido");
    }
}
