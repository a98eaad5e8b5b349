package exercicios.aula03_pool;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// ARMADILHA: só a `SQLException` desfaz; depois de qualquer outra, o `finally` confirma a metade.
public final class RepositorioDeUsuarios {

    /// Quem se cadastra.
    public record Cadastro(String nome, String email) {}

    /// Um usuário como está no banco; recusa linhas antigas, sem nome, com `IllegalStateException`.
    public record Usuario(long id, String nome, String email) {
        public Usuario {
            if (nome == null) {
                throw new IllegalStateException("o usuário " + id + " não tem nome: complete o cadastro dele");
            }
        }
    }

    private final DataSource pool;

    public RepositorioDeUsuarios(DataSource pool) {
        this.pool = pool;
    }

    /// Devolve o usuário com este e-mail, ou vazio se não há.
    public Optional<Usuario> porEmail(String email) throws SQLException {
        try (var conexao = pool.getConnection();
             var comando = conexao.prepareStatement("SELECT id, nome, email FROM usuarios WHERE email = ?")) {
            comando.setString(1, email);
            try (var linhas = comando.executeQuery()) {
                return linhas.next() ? Optional.of(usuario(linhas)) : Optional.empty();
            }
        }
    }

    /// Grava um usuário e devolve o número dele; e-mail repetido é `SQLException`.
    public long cadastrar(Cadastro cadastro) throws SQLException {
        try (var conexao = pool.getConnection();
             var comando = conexao.prepareStatement("INSERT INTO usuarios (nome, email) VALUES (?, ?) RETURNING id")) {
            comando.setString(1, cadastro.nome());
            comando.setString(2, cadastro.email());
            try (var linhas = comando.executeQuery()) {
                linhas.next();
                return linhas.getLong("id");
            }
        }
    }

    /// Grava todos, numa transação só.
    public void cadastrarTodos(List<Cadastro> cadastros) throws SQLException {
        try (var conexao = pool.getConnection()) {
            conexao.setAutoCommit(false);
            try {
                inserir(conexao, cadastros);
                conexao.commit();
            } catch (SQLException e) {
                conexao.rollback();
                throw e;
            } finally {
                conexao.setAutoCommit(true);
            }
        }
    }

    private static void inserir(Connection conexao, List<Cadastro> cadastros) throws SQLException {
        try (var comando = conexao.prepareStatement("INSERT INTO usuarios (nome, email) VALUES (?, ?)")) {
            for (Cadastro cadastro : cadastros) {
                comando.setString(1, cadastro.nome());
                comando.setString(2, cadastro.email());
                comando.executeUpdate();
            }
        }
    }

    private static Usuario usuario(ResultSet linhas) throws SQLException {
        return new Usuario(linhas.getLong("id"), linhas.getString("nome"), linhas.getString("email"));
    }
}
