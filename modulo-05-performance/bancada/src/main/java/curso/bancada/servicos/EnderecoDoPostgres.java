package curso.bancada.servicos;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Onde está um banco e com que conta se entra nele.
///
/// @param parametros os do endereço JDBC, sem `user` nem `password`; vazio, ou começado por `?`
record EnderecoDoPostgres(String host, int porta, String banco, String usuario, String senha, String parametros) {
    /// Sem usuário nem senha.
    String jdbc() {
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, porta, banco, parametros);
    }

    String jdbcComConta() {
        return jdbc() + (parametros.isEmpty() ? "?" : "&") + "user=" + codificar(usuario) + "&password=" + codificar(senha);
    }

    EnderecoDoPostgres comBanco(String outro) {
        return new EnderecoDoPostgres(host, porta, outro, usuario, senha, parametros);
    }

    /// Cada `getConnection()` abre uma conexão nova.
    DataSource dataSource() {
        var fonte = new PGSimpleDataSource();
        fonte.setUrl(jdbc());
        fonte.setUser(usuario);
        fonte.setPassword(senha);
        return fonte;
    }

    static String codificar(String texto) {
        return URLEncoder.encode(texto, StandardCharsets.UTF_8);
    }

    /// A senha não aparece em mensagens.
    @Override
    public String toString() {
        return "host=%s, porta=%d, banco=%s, usuario=%s".formatted(host, porta, banco, usuario);
    }
}
