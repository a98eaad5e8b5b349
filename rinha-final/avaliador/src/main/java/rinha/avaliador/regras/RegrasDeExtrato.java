package rinha.avaliador.regras;

import java.util.List;
import java.util.stream.IntStream;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.conversa.Troca;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Numeros;

/// O extrato: a forma, a ordem, as dez últimas e a fidelidade. As datas dele são de [RegrasDeDatas].
final class RegrasDeExtrato {

    private static final int CLIENTE = 5;
    private static final String LISTA = "ultimas_transacoes é uma lista ordenada por data/hora de forma decrescente, contendo até as 10 últimas transações";
    private static final Dica FORMA = Dica.de("campo que falta, com outro nome ou de outro tipo",
            "compare com o exemplo do contrato: números sem aspas, datas como texto, lista mesmo quando vazia");
    private static final Dica VAZIO = Dica.de("o extrato de quem ainda não tem transações quebra, ou traz null no lugar da lista",
            "responda 200 com ultimas_transacoes: [] a um cliente novo; para repetir, recomece com o banco vazio");
    private static final Dica ORDEM = Dica.de("falta ORDER BY, ou ele usa um horário que empata, ou está crescente",
            "ordene por um número que só cresce (id, sequência), do maior para o menor");

    private RegrasDeExtrato() {
    }

    static List<Prova> todas() {
        return List.of(forma(), ordem(), dezUltimas(), inteira());
    }

    private static Prova forma() {
        Regra regra = new Regra("C30-extrato-forma", "o extrato responde 200 com saldo (total, data_extrato, limite) e ultimas_transacoes",
                "Quem lê precisa achar os campos, com os tipos certos.", "{\"saldo\": {total, data_extrato, limite}, \"ultimas_transacoes\": [...]}", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            for (int c = 1; c <= Rinha2024.CLIENTES; c++) {
                // Se o crédito vale ou não, é de C05: aqui só se quer um extrato com alguma transação.
                exame.api().pedir(Api.transacao(c, "c", 1, "forma"));
                boolean depois = legivel(exame, exame.api().pedir(Api.extrato(String.valueOf(c))), FORMA);
                legivel(exame, exame.api().primeirosExtratos().get(c - 1), depois ? VAZIO : FORMA);
            }
        });
    }

    private static boolean legivel(Exame exame, Troca t, Dica dica) {
        try {
            Extrato.de(t);
            return exame.exigir(true, t, "", dica);
        } catch (Extrato.Ilegivel e) {
            return exame.exigir(false, t, e.getMessage(), dica);
        }
    }

    private static Prova ordem() {
        Regra regra = new Regra("C31-extrato-ordem", "depois de «toma» e «devolve», o extrato mostra devolve e então toma",
                "É a conferência que o teste oficial faz em cada cliente.", LISTA, Peso.SALDO);
        return new Prova(regra, exame -> {
            exame.api().comFolga(CLIENTE, 1_000);
            exame.api().aceitar(CLIENTE, "c", 1, "toma");
            exame.api().aceitar(CLIENTE, "d", 1, "devolve");
            List<Extrato.Lancamento> u = exame.api().extrato(CLIENTE).ultimas();
            String enviado = "crédito «toma», débito «devolve», extrato";
            if (exame.exigir(u.size() >= 2 && u.get(0).eh("d", 1, "devolve") && u.get(1).eh("c", 1, "toma"), enviado,
                    "no topo: " + u.stream().limit(2).toList(), "d 1 «devolve», depois c 1 «toma»", ORDEM)) {
                datasEmOrdem(exame, enviado, u.get(0).quando(), u.get(1).quando());
            }
        });
    }

    /// Só das duas que foram feitas uma depois da outra: entre as simultâneas, a hora e a vez podem discordar por pouco.
    private static void datasEmOrdem(Exame exame, String enviado, String devolve, String toma) {
        boolean crescem = RegrasDeDatas.instante(devolve).flatMap(d -> RegrasDeDatas.instante(toma).map(d::isBefore)).orElse(false);
        exame.exigir(!crescem, enviado, "devolve em " + devolve + ", toma em " + toma, "devolve não é anterior a toma",
                Dica.deResposta("realizada_em não é a hora da transação: é tomada quando o extrato é escrito, ou de outro relógio",
                        "guarde o instante ao gravar a transação, e devolva esse"));
    }

    private static Prova dezUltimas() {
        Regra regra = new Regra("C32-extrato-dez-ultimas", "o extrato traz no máximo dez transações",
                "Um extrato sem limite cresce com a história, e o tempo de resposta com ele.", LISTA, Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            IntStream.rangeClosed(1, 12).forEach(i -> exame.api().aceitar(CLIENTE, "c", i, "t" + i));
            List<Extrato.Lancamento> u = exame.api().extrato(CLIENTE).ultimas();
            exame.exigir(u.size() == 10, "doze créditos, t1 a t12, e o extrato", Numeros.quantos(u.size(), "transação", "transações"), "10 transações",
                    Dica.de(u.size() > 10 ? "falta LIMIT 10" : "o extrato perde transações, ou o LIMIT é outro", "use LIMIT 10 na consulta, com um índice que sirva a ordem"));
        });
    }

    private static Prova inteira() {
        Regra regra = new Regra("C33-extrato-fiel", "cada transação volta no extrato do seu cliente, e só nele, com o valor, o tipo e a descrição enviados",
                "Extrato que altera o que foi feito não é extrato.", "valor, tipo e descricao informados durante a transação", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            exame.api().comFolga(CLIENTE, 10_000);
            exame.api().aceitar(CLIENTE, "d", 4_321, "aluguel ok");
            List<Extrato.Lancamento> u = exame.api().extrato(CLIENTE).ultimas();
            exame.exigir(u.stream().anyMatch(l -> l.eh("d", 4_321, "aluguel ok")), "débito de 4321 «aluguel ok», e o extrato",
                    u.stream().limit(3).toList().toString(), "d 4321 «aluguel ok» entre as dez últimas",
                    Dica.de("valor com sinal, descrição cortada ou preenchida com espaços (CHAR em vez de VARCHAR)", "guarde e devolva os três campos como vieram"));
            soOsDoCliente(exame);
        });
    }

    /// Primeiro credita todos, e só então lê: de um em um, o extrato da tabela inteira também mostraria o certo no topo.
    private static void soOsDoCliente(Exame exame) {
        for (int c = 1; c <= Rinha2024.CLIENTES; c++) {
            exame.api().aceitar(c, "c", c, "so do " + c);
        }
        for (int c = 1; c <= Rinha2024.CLIENTES; c++) {
            String propria = "so do " + c;
            List<String> marcas = exame.api().extrato(c).ultimas().stream().map(Extrato.Lancamento::descricao).filter(d -> d.matches("so do \\d")).distinct().toList();
            exame.exigir(marcas.equals(List.of(propria)), "um crédito «so do N» em cada cliente, depois " + exame.api().pedidoDoExtrato(c),
                    marcas.isEmpty() ? "nenhum deles" : "«" + String.join("», «", marcas) + "»", "«" + propria + "», e de nenhum outro cliente",
                    Dica.de("a consulta do extrato não filtra pelo cliente, ou filtra por outro", "ponha WHERE cliente_id = ? na consulta das transações"));
        }
    }
}
