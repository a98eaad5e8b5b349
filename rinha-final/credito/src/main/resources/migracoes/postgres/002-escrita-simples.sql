-- Uma transação. limite nulo: o cliente não existe; saldo nulo: recusada pela regra da conta.
-- As comparações não transbordam: valor está entre 1 e 2^63 − 1 em módulo, e limite não é negativo.
CREATE FUNCTION aplicar(
    p_cliente integer, p_valor bigint, p_descricao text,
    OUT limite bigint, OUT saldo bigint
) LANGUAGE plpgsql AS $$
DECLARE
    v_numero bigint;
BEGIN
    UPDATE clientes c
       SET saldo = c.saldo + p_valor, numero = c.numero + 1
     WHERE c.id = p_cliente
       AND CASE WHEN p_valor > 0 THEN c.saldo <= 9223372036854775807 - p_valor
                ELSE c.saldo >= -p_valor - c.limite END
    RETURNING c.limite, c.saldo, c.numero INTO limite, saldo, v_numero;
    IF FOUND THEN
        INSERT INTO transacoes VALUES (p_cliente, v_numero, abs(p_valor),
            CASE WHEN p_valor > 0 THEN 'c' ELSE 'd' END, p_descricao, clock_timestamp());
    ELSE
        SELECT c.limite INTO limite FROM clientes c WHERE c.id = p_cliente;
    END IF;
END $$;
