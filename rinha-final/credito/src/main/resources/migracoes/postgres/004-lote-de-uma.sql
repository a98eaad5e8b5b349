-- O lote de uma transação só, na primeira tentativa. Com pouca carga quase todo lote é assim, e aplicar_lote gasta com ele os vetores,
-- os laços e as consultas que só se pagam com companhia. Uma repetição usa aplicar_lote: as duas funções disputam a mesma trava.
--
-- Uma recusa não grava nada, nem em escritores: se a resposta se perde, aplicar_lote pergunta à conta de novo, sem risco de aplicar duas vezes.
CREATE FUNCTION aplicar_lote_de_uma(
    p_escritor bigint, p_lote bigint, p_cliente integer, p_valor bigint, p_descricao text,
    OUT limite bigint, OUT saldo bigint
) LANGUAGE plpgsql AS $$
DECLARE
    v_numero bigint;
    v_agora  timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(p_escritor);
    UPDATE clientes c
       SET saldo = c.saldo + p_valor, numero = c.numero + 1
     WHERE c.id = p_cliente
       AND CASE WHEN p_valor > 0 THEN c.saldo <= 9223372036854775807 - p_valor
                ELSE c.saldo >= -p_valor - c.limite END
    RETURNING c.limite, c.saldo, c.numero INTO limite, saldo, v_numero;
    IF NOT FOUND THEN
        SELECT c.limite INTO limite FROM clientes c WHERE c.id = p_cliente;
        RETURN;
    END IF;
    v_agora := clock_timestamp();
    INSERT INTO transacoes VALUES (p_cliente, v_numero, abs(p_valor), CASE WHEN p_valor > 0 THEN 'c' ELSE 'd' END, p_descricao, v_agora);

    UPDATE escritores e
       SET lote = p_lote, limites = ARRAY[aplicar_lote_de_uma.limite], saldos = ARRAY[aplicar_lote_de_uma.saldo], atualizado_em = v_agora
     WHERE e.id = p_escritor AND e.lote < p_lote;
    IF NOT FOUND THEN
        DELETE FROM escritores e WHERE e.atualizado_em < v_agora - interval '1 day';
        INSERT INTO escritores VALUES (p_escritor, p_lote, ARRAY[limite], ARRAY[saldo], v_agora) ON CONFLICT (id) DO NOTHING;
        -- A repetição chegou antes desta tentativa, que é órfã: nada dela vale.
        IF NOT FOUND THEN
            RAISE EXCEPTION 'o lote % não é mais novo que o último aplicado', p_lote USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
    END IF;
END $$;
