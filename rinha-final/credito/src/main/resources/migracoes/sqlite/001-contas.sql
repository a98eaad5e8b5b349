-- numero conta as transações do cliente: com ele na chave, a ordem do extrato é a ordem em que o saldo mudou.
CREATE TABLE clientes (
    id     INTEGER PRIMARY KEY,
    limite INTEGER NOT NULL CHECK (limite >= 0),
    saldo  INTEGER NOT NULL DEFAULT 0,
    numero INTEGER NOT NULL DEFAULT 0,
    CHECK (typeof(saldo) = 'integer' AND saldo >= -limite)
) STRICT;

-- valor tem sinal: crédito positivo, débito negativo. realizada_em: microssegundos desde 1970, UTC.
CREATE TABLE transacoes (
    cliente_id   INTEGER NOT NULL,
    numero       INTEGER NOT NULL,
    valor        INTEGER NOT NULL CHECK (valor <> 0),
    descricao    TEXT    NOT NULL CHECK (length(descricao) BETWEEN 1 AND 10),
    realizada_em INTEGER NOT NULL,
    PRIMARY KEY (cliente_id, numero)
) STRICT, WITHOUT ROWID;

INSERT INTO clientes (id, limite)
VALUES (1, 100000), (2, 80000), (3, 1000000), (4, 10000000), (5, 500000);
