-- O último lote de cada escritor e o que ele respondeu: quem perdeu a conexão no meio do COMMIT
-- pergunta de novo e recebe a mesma resposta, sem aplicar duas vezes.
CREATE TABLE escritores (
    id            bigint      PRIMARY KEY,
    lote          bigint      NOT NULL,
    limites       bigint[]    NOT NULL,
    saldos        bigint[]    NOT NULL,
    atualizado_em timestamptz NOT NULL
) WITH (fillfactor = 10);

-- Um lote inteiro num só COMMIT. Os vetores chegam ordenados por cliente (e, dentro dele, por chegada):
-- as linhas são travadas em ordem crescente de id, e dois escritores nunca se esperam em círculo.
-- Na posição i: limite nulo, o cliente não existe; saldo nulo, recusada pela regra da conta.
CREATE FUNCTION aplicar_lote(
    p_escritor bigint, p_lote bigint, p_clientes integer[], p_valores bigint[], p_descricoes text[],
    OUT limites bigint[], OUT saldos bigint[]
) LANGUAGE plpgsql AS $$
DECLARE
    n        integer := cardinality(p_clientes);
    i        integer := 1;
    g        integer := 0;
    v        bigint;
    v_saldo  bigint;
    v_numero bigint;
    v_ultimo bigint;
    v_agora  timestamptz;
    numeros  bigint[] := array_fill(NULL::bigint, ARRAY[n]);
    ids      integer[];
    finais   bigint[];
    contagem bigint[];
    c        record;
BEGIN
    -- Uma tentativa anterior deste lote, órfã, pode ainda estar em curso: espera que termine.
    PERFORM pg_advisory_xact_lock(p_escritor);
    SELECT e.lote, e.limites, e.saldos INTO v_ultimo, limites, saldos FROM escritores e WHERE e.id = p_escritor;
    IF v_ultimo = p_lote THEN
        RETURN;
    ELSIF v_ultimo > p_lote THEN
        RAISE EXCEPTION 'o lote % é mais velho que o último aplicado, %', p_lote, v_ultimo USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;

    limites := numeros;
    saldos := numeros;
    FOR c IN SELECT k.id, k.limite, k.saldo, k.numero FROM clientes k WHERE k.id = ANY (p_clientes) ORDER BY k.id FOR UPDATE LOOP
        WHILE p_clientes[i] < c.id LOOP
            i := i + 1;
        END LOOP;
        v_saldo := c.saldo;
        v_numero := c.numero;
        WHILE p_clientes[i] = c.id LOOP
            v := p_valores[i];
            limites[i] := c.limite;
            IF v > 0 AND v_saldo <= 9223372036854775807 - v OR v < 0 AND v_saldo >= -v - c.limite THEN
                v_saldo := v_saldo + v;
                v_numero := v_numero + 1;
                saldos[i] := v_saldo;
                numeros[i] := v_numero;
            END IF;
            i := i + 1;
        END LOOP;
        g := g + 1;
        ids[g] := c.id;
        finais[g] := v_saldo;
        contagem[g] := v_numero;
    END LOOP;

    -- Um comando para todos os clientes: cada UPDATE separado relê as restrições da tabela.
    UPDATE clientes k SET saldo = u.saldo, numero = u.numero
      FROM unnest(ids, finais, contagem) AS u (id, saldo, numero)
     WHERE k.id = u.id AND k.numero < u.numero;
    v_agora := clock_timestamp();
    INSERT INTO transacoes
    SELECT t.cliente, t.numero, abs(t.valor), CASE WHEN t.valor > 0 THEN 'c' ELSE 'd' END, t.descricao, v_agora
      FROM unnest(p_clientes, numeros, p_valores, p_descricoes) AS t (cliente, numero, valor, descricao)
     WHERE t.numero IS NOT NULL;

    IF v_ultimo IS NOT NULL THEN
        UPDATE escritores e SET lote = p_lote, limites = aplicar_lote.limites, saldos = aplicar_lote.saldos, atualizado_em = v_agora
         WHERE e.id = p_escritor;
    ELSE
        DELETE FROM escritores e WHERE e.atualizado_em < v_agora - interval '1 day';
        INSERT INTO escritores VALUES (p_escritor, p_lote, limites, saldos, v_agora);
    END IF;
END $$;
