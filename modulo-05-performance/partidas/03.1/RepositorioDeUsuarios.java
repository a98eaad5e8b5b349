package exercicios.aula03_pool;

import curso.bancada.correcao.Exercicio;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Guarda e busca usuários, com conexões emprestadas de um pool.
///
/// # A tarefa (03.1)
///
/// **O que acontece agora.** No caminho feliz tudo funciona. Mas cada consulta que falha fica com a conexão:
/// com um pool de 10, a décima primeira requisição depois de dez falhas para, mesmo que ela não tenha erro nenhum.
///
/// **O que deve valer:**
///
/// - Toda conexão volta ao pool antes de o método terminar: com resultado, sem resultado, com erro do banco
///   ou com qualquer outra exceção (o construtor de [Usuario] também recusa).
/// - O erro chega a quem chamou: o do banco, como `SQLException` (o e-mail repetido é um deles, e não muda o usuário
///   que já o tinha); os outros, como vieram.
/// - [#cadastrarTodos(List)] é tudo ou nada: se algo falha no meio (um e-mail se repete, a lista não se deixa ler até o
///   fim), ninguém da lista é gravado.
///
/// A tabela já existe:
///
/// ```sql
/// usuarios (id bigint, nome text, email text UNIQUE)   -- nome é nulo em linhas antigas
/// ```
///
/// **Fora do escopo:** novas tentativas, mensagens bonitas, número de consultas (aula 05).
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
        Exercicio.aFazer("03.1");
        var conexao = pool.getConnection();
        var comando = conexao.prepareStatement("SELECT id, nome, email FROM usuarios WHERE email = ?");
        comando.setString(1, email);
        var linhas = comando.executeQuery();
        Optional<Usuario> achado = Optional.empty();
        if (linhas.next()) {
            achado = Optional.of(new Usuario(linhas.getLong("id"), linhas.getString("nome"), linhas.getString("email")));
        }
        linhas.close();
        comando.close();
        conexao.close();
        return achado;
    }

    /// Grava um usuário e devolve o número dele; e-mail repetido é `SQLException`.
    public long cadastrar(Cadastro cadastro) throws SQLException {
        Exercicio.aFazer("03.1");
        var conexao = pool.getConnection();
        var comando = conexao.prepareStatement("INSERT INTO usuarios (nome, email) VALUES (?, ?) RETURNING id");
        comando.setString(1, cadastro.nome());
        comando.setString(2, cadastro.email());
        var linhas = comando.executeQuery();
        linhas.next();
        long id = linhas.getLong("id");
        conexao.close();
        return id;
    }

    /// Grava todos, numa transação só.
    public void cadastrarTodos(List<Cadastro> cadastros) throws SQLException {
        Exercicio.aFazer("03.1");
        var conexao = pool.getConnection();
        conexao.setAutoCommit(false);
        var comando = conexao.prepareStatement("INSERT INTO usuarios (nome, email) VALUES (?, ?)");
        for (Cadastro cadastro : cadastros) {
            comando.setString(1, cadastro.nome());
            comando.setString(2, cadastro.email());
            comando.executeUpdate();
        }
        conexao.commit();
        conexao.close();
    }
}
