package exemplos.aula03_pool;

import curso.bancada.servicos.Banco;

/// As tabelas que os exemplos desta aula usam: produtos com estoque e pedidos.
final class Loja {

    static final int PRODUTOS = 10_000;

    private Loja() {
    }

    /// Cria as tabelas, com produtos numerados de 1 a [#PRODUTOS].
    static void criarEm(Banco banco) {
        banco.executar("""
                create table produto (
                    id      bigint primary key,
                    nome    text   not null,
                    estoque bigint not null check (estoque >= 0)
                );
                create table pedido (
                    id         bigint  generated always as identity primary key,
                    produto    bigint  not null references produto,
                    quantidade integer not null
                );
                insert into produto select n, 'produto ' || n, 1000000 from generate_series(1, 10000) n;
                """);
    }
}
