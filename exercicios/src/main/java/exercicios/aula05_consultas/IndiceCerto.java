package exercicios.aula05_consultas;

import curso.bancada.correcao.Exercicio;
import java.util.List;

/// Escolhe os índices de uma loja: os comandos `CREATE INDEX` que fazem três consultas lerem poucas páginas.
///
/// # A tarefa (05.2)
///
/// A loja tem 20 mil clientes e 60 mil pedidos; 1 em cada 200 pedidos está `pendente`.
///
/// ```sql
/// clientes (id PRIMARY KEY, nome, email)
/// pedidos  (id PRIMARY KEY, cliente_id, criado_em, situacao, total_centavos, observacao)
/// ```
///
/// Estas são as consultas; elas não mudam:
///
/// ```sql
/// -- extrato: o que um cliente comprou num período
/// SELECT criado_em, total_centavos FROM pedidos
///  WHERE cliente_id = ? AND criado_em >= ? AND criado_em < ?
///  ORDER BY criado_em;
///
/// -- entrada: o login não distingue maiúsculas de minúsculas
/// SELECT id, nome FROM clientes WHERE lower(email) = lower(?);
///
/// -- fila: o que falta enviar, do mais antigo para o mais novo
/// SELECT id, cliente_id, criado_em FROM pedidos
///  WHERE situacao = 'pendente'
///  ORDER BY criado_em
///  LIMIT 50;
/// ```
///
/// **O que acontece agora.** Só há as chaves primárias: cada consulta lê a tabela inteira.
///
/// **O que deve valer**, para qualquer cliente, período de até dois meses e e-mail:
///
/// - extrato: no máximo 20 páginas, sem visitar a tabela (`Index Only Scan`);
/// - entrada: no máximo 10 páginas;
/// - fila: no máximo 80 páginas;
/// - os seus índices ocupam, somados, no máximo 4 MiB;
/// - cada índice seu é usado por ao menos uma das três consultas;
/// - os comandos são todos `CREATE INDEX`.
///
/// Depois dos seus comandos, o teste executa `VACUUM (ANALYZE)`.
///
/// **Fora do escopo:** reescrever as consultas, alterar as tabelas, mudar a configuração do servidor.
public final class IndiceCerto {

    /// Devolve os comandos `CREATE INDEX`, um por elemento, na ordem em que devem ser executados.
    public List<String> comandos() {
        Exercicio.aFazer("05.2");
        return List.of();
    }
}
