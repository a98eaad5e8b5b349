package rinha.avaliador.regras;

import java.util.List;
import java.util.Optional;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.conversa.Troca;
import rinha.carga.cenario.ConferenciaDaRinha;

/// O que uma transação válida faz, e onde o limite corta.
final class RegrasDeTransacao {

    private static final int CLIENTE = 3;
    private static final String RESPOSTA = "200 com limite e saldo inteiros; saldo é o novo saldo após a conclusão da transação";
    private static final String LIMITE = "Uma transação de débito nunca pode deixar o saldo do cliente menor que seu limite disponível";
    private static final Dica CONTA = Dica.deSaldo("a resposta não mostra o saldo logo depois desta transação: sinal trocado, saldo lido antes "
            + "da gravação, ou gravação repetida", "devolva o saldo que a própria gravação produziu (RETURNING), na mesma transação do banco");
    private static final Dica FORMA = Dica.de("o status não é exatamente 200, ou o corpo não traz limite e saldo como números inteiros",
            "responda 200 (não 201 nem 204) com {\"limite\": n, \"saldo\": n}");

    private RegrasDeTransacao() {
    }

    static List<Prova> todas() {
        return List.of(
                soma("C05-credito", "c", "o crédito responde 200 e soma ao saldo"),
                soma("C06-debito", "d", "o débito responde 200 e subtrai do saldo"),
                alemDoLimite(), recusadaNaoAplica(), ateOLimite(), limiteNaResposta(), descricaoNosExtremos());
    }

    /// Duas iguais em seguida: a segunda tem de mostrar o saldo da primeira mais a sua parte.
    private static Prova soma(String id, String tipo, String titulo) {
        Regra regra = new Regra(id, titulo, "Sem isto nada mais pode ser conferido.", RESPOSTA, Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            if (tipo.equals("d")) {
                exame.api().comFolga(CLIENTE, 1_000);
            }
            Optional<Long> antes = saldo(exame, tipo, 7);
            Optional<Long> depois = saldo(exame, tipo, 5);
            if (antes.isPresent() && depois.isPresent()) {
                long esperado = antes.get() + (tipo.equals("c") ? 5 : -5);
                exame.exigir(depois.get() == esperado, "%s 7 e depois %s 5 no cliente %d".formatted(tipo, tipo, CLIENTE),
                        "saldos %d e %d".formatted(antes.get(), depois.get()), "o segundo é " + esperado, CONTA);
            }
        });
    }

    private static Optional<Long> saldo(Exame exame, String tipo, long valor) {
        Troca t = exame.api().pedir(Api.transacao(CLIENTE, tipo, valor, "soma"));
        Optional<Long> saldo = Api.saldo(t);
        exame.exigir(saldo.isPresent(), t, "200 com limite e saldo inteiros", FORMA);
        return saldo;
    }

    private static Prova alemDoLimite() {
        Regra regra = new Regra("C07-debito-alem-do-limite", "o débito que passaria do limite recebe 422",
                "Um centavo além do limite já é inconsistência na Rinha.", LIMITE, Peso.SALDO);
        return new Prova(regra, exame -> {
            long saldo = exame.api().comFolga(CLIENTE, 1_000);
            long passa = saldo + ConferenciaDaRinha.limite(CLIENTE) + 1;
            Troca t = exame.api().pedir(Api.transacao(CLIENTE, "d", passa, "passa"));
            exame.exigir(t.status() == 422, t, "422: o saldo é " + saldo + ", e " + passa + " o deixaria em -limite - 1",
                    naoRecusou(t));
        });
    }

    private static Dica naoRecusou(Troca t) {
        if (!t.respondida()) {
            return Dica.deResposta("o servidor não respondeu ao débito que passaria do limite", "veja o que ele registrou; recusar também é responder: 422");
        }
        return t.aceita() ? Dica.de("a comparação aceita ir além de -limite, ou não existe", "aceite só se saldo - valor >= -limite, na mesma instrução que grava")
                : Dica.deResposta("o débito é recusado, mas com outro código", "responda 422; o corpo é livre");
    }

    private static Prova recusadaNaoAplica() {
        Regra regra = new Regra("C08-recusada-nao-aplica", "a transação recusada não muda o saldo nem entra no extrato",
                "Quem gravou antes de conferir precisa desfazer.", "Retornar 422 sem completar a transação", Peso.SALDO);
        return new Prova(regra, exame -> {
            long saldo = exame.api().comFolga(CLIENTE, 1_000);
            Troca t = exame.api().pedir(Api.transacao(CLIENTE, "d", saldo + ConferenciaDaRinha.limite(CLIENTE) + 1, "recusada"));
            if (t.aceita() || !t.respondida()) {
                throw new Impedimento("o débito além do limite não foi recusado; veja C07");
            }
            long depois = exame.api().aceitar(CLIENTE, "c", 1, "depois");
            Dica dica = Dica.de("a gravação acontece antes da conferência, e não é desfeita",
                    "confira e grave na mesma instrução, ou desfaça a transação do banco quando recusar");
            exame.exigir(depois == saldo + 1, t.enviado() + ", depois um crédito de 1", "saldo " + depois, "saldo " + (saldo + 1), dica);
            boolean listada = exame.api().extrato(CLIENTE).ultimas().stream().limit(3).anyMatch(l -> l.descricao().equals("recusada"));
            exame.exigir(!listada, t.enviado() + ", depois o extrato", "a transação recusada está no extrato", "só as aceitas no extrato", dica);
        });
    }

    private static Prova ateOLimite() {
        Regra regra = new Regra("C09-debito-ate-o-limite", "o débito que chega exatamente ao limite é aceito",
                "O contrato recusa só o que fica abaixo de -limite.", LIMITE, Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            long limite = ConferenciaDaRinha.limite(CLIENTE);
            long tudo = exame.api().comFolga(CLIENTE, 1_000) + limite;
            Troca t = exame.api().pedir(Api.transacao(CLIENTE, "d", tudo, "tudo"));
            Optional<Long> saldo = Api.saldo(t);
            if (exame.exigir(saldo.isPresent(), t, "200: o saldo fica em exatamente -" + limite,
                    Dica.de("a comparação recusa quando saldo - valor é igual a -limite", "use >= e não >"))) {
                exame.exigir(saldo.get() == -limite, t, "saldo -" + limite, CONTA);
                exame.api().aceitar(CLIENTE, "c", tudo, "volta");
            }
        });
    }

    private static Prova limiteNaResposta() {
        Regra regra = new Regra("C10-limite-na-resposta", "a resposta da transação traz o limite do cliente",
                "O teste oficial julga o saldo pelo limite que veio na mesma resposta.", "limite deve ser o limite cadastrado do cliente", Peso.SALDO);
        return new Prova(regra, exame -> {
            for (int c = 1; c <= 5; c++) {
                Troca t = exame.api().pedir(Api.transacao(c, "c", 1, "limite"));
                if (Api.saldo(t).isEmpty()) {
                    throw new Impedimento("o crédito não foi aceito; veja C05");
                }
                long limite = t.json().orElseThrow().path("limite").longValue();
                exame.exigir(limite == ConferenciaDaRinha.limite(c), t, "limite " + ConferenciaDaRinha.limite(c),
                        Dica.de("limite de outro cliente, ou negativo, ou o que resta dele", "devolva o limite cadastrado, positivo"));
            }
        });
    }

    private static Prova descricaoNosExtremos() {
        Regra regra = new Regra("C11-descricao-de-1-a-10", "descrições de 1 e de 10 caracteres são aceitas",
                "São os extremos do que o contrato permite.", "descricao deve ser uma string de 1 a 10 caracteres", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            exame.api().aceitar(CLIENTE, "c", 1, "meio");
            for (String descricao : List.of("a", "abcdefghij")) {
                Troca t = exame.api().pedir(Api.transacao(CLIENTE, "c", 1, descricao));
                exame.exigir(t.status() == 200, t, "200", Dica.de("a conferência da descrição corta cedo demais", "aceite de 1 a 10, inclusive"));
            }
        });
    }
}
