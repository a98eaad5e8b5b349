-- numero conta as transações do cliente: com ele na chave, a ordem do extrato é a ordem em que o saldo mudou,
-- e não há sequência nem índice a mais.
CREATE TABLE clientes (
    id     integer PRIMARY KEY,
    limite bigint  NOT NULL,
    saldo  bigint  NOT NULL DEFAULT 0,
    numero bigint  NOT NULL DEFAULT 0,
    -- A última defesa, se as funções errarem.
    CONSTRAINT saldo_respeita_limite CHECK (limite >= 0 AND saldo >= -limite)
) WITH (fillfactor = 10);
-- fillfactor 10: as versões novas de uma linha muito atualizada cabem na mesma página (atualização HOT).

-- Sem chave estrangeira nem CHECK: só as funções dos passos seguintes inserem aqui, com a linha do cliente travada e os dados
-- já conferidos, e o servidor relê cada restrição a cada comando.
CREATE TABLE transacoes (
    cliente_id   integer     NOT NULL,
    numero       bigint      NOT NULL,
    valor        bigint      NOT NULL,
    tipo         "char"      NOT NULL,
    descricao    text        NOT NULL,
    realizada_em timestamptz NOT NULL,
    PRIMARY KEY (cliente_id, numero)
);

INSERT INTO clientes (id, limite)
VALUES (1, 100000), (2, 80000), (3, 1000000), (4, 10000000), (5, 500000);
