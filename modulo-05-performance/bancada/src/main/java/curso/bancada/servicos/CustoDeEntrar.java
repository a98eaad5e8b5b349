package curso.bancada.servicos;

import java.sql.SQLException;

/// Quanto o SCRAM cobra de cada conexão que se abre no PostgreSQL embutido.
enum CustoDeEntrar {
    /// 4.096 repetições da função de resumo, como numa instalação comum: cerca de 20 ms de processador por conexão.
    DE_FABRICA,
    /// Uma repetição. Não abre a porta a ninguém: as repetições protegem senhas que se adivinham, e a nossa é sorteada, de 128 bits.
    MINIMO;

    /// Regrava a senha da conta com esse custo; o que não muda não se regrava.
    void aplicar(EnderecoDoPostgres endereco) throws SQLException {
        if (this == DE_FABRICA) {
            return;
        }
        try (var conexao = endereco.dataSource().getConnection(); var comando = conexao.createStatement()) {
            comando.execute("set scram_iterations = 1");
            // A senha é hexadecimal, sorteada por nós: não há o que escapar.
            comando.execute("alter role %s password '%s'".formatted(endereco.usuario(), endereco.senha()));
        }
    }
}
