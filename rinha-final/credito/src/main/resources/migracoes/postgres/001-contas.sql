-- numero conta as transações do cliente: com ele na chave, a ordem do extrato é a ordem em que o saldo mudou,
-- e não há sequência nem índice a mais.
CREATE TABLE clientes (
    id     integer PRIMARY KEY,
    limite bigint  NOT NULL CHECK (limite >= 0),
    saldo  bigint  NOT NULL DEFAULT 0,
    numero bigint  NOT NULL DEFAULT 0,
    CONSTRAINT saldo_respeita_limite CHECK (saldo >= -limite)
) WITH (fillfactor = 10);
-- fillfactor 10: as versões novas de uma linha muito atualizada cabem na mesma página (atualização HOT).

-- Sem chave estrangeira para clientes: quem insere já travou a linha do cliente, que nunca é apagada,
-- e a conferência por linha custaria mais que a inserção.
CREATE TABLE transacoes (
    cliente_id   integer     NOT NULL,
    numero       bigint      NOT NULL,
    valor        bigint      NOT NULL CHECK (valor > 0),
    tipo         "char"      NOT NULL CHECK (tipo IN ('c', 'd')),
    descricao    text        NOT NULL CHECK (char_length(descricao) BETWEEN 1 AND 10),
    realizada_em timestamptz NOT NULL,
    PRIMARY KEY (cliente_id, numero)
);

INSERT INTO clientes (id, limite)
VALUES (1, 100000), (2, 80000), (3, 1000000), (4, 10000000), (5, 500000);
