package rinha.avaliador.regras;

import java.util.List;
import java.util.stream.IntStream;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.Verificacao;
import rinha.avaliador.conversa.Troca;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Numeros;

/// Quem são os clientes, com que limite e com que saldo começam.
final class RegrasDeClientes {

    private static final String TABELA = "Apenas os cinco seguintes clientes, com os seguintes ids, limites e saldos iniciais";
    private static final Dica NAO_EXISTE = Dica.de("o servidor não confere se o cliente existe, ou responde outro código",
            "devolva 404 antes de olhar o corpo, nas duas rotas; o corpo do 404 é livre");

    private RegrasDeClientes() {
    }

    static List<Prova> todas() {
        return List.of(saldoInicial(), limites(), transacaoDeDesconhecido(), extratoDeDesconhecido());
    }

    private static Prova saldoInicial() {
        Regra regra = new Regra("C01-saldo-inicial", "os cinco clientes começam com saldo zero e sem transações",
                "O teste oficial confere saldos absolutos (-25, depois 0): um banco com história os erraria todos.", TABELA, Peso.SALDO);
        return new Prova(regra, exame -> IntStream.rangeClosed(1, Rinha2024.CLIENTES).forEach(c -> {
            Extrato e = exame.api().extrato(c);
            boolean zero = e.total() == 0 && e.ultimas().isEmpty();
            if (!zero && !exame.doZero()) {
                throw new Impedimento((Verificacao.BANCO_USADO + ": o cliente %d tem saldo %d e %s no extrato. As outras "
                        + "regras são relativas e valem assim mesmo. Para esta, recomece com o banco vazio, ou ofereça POST /reset e use --zerar")
                        .formatted(c, e.total(), transacoes(e.ultimas().size())));
            }
            exame.exigir(zero, "POST /reset, depois " + exame.api().pedidoDoExtrato(c), "saldo " + e.total() + " e " + transacoes(e.ultimas().size()),
                    "saldo 0 e nenhuma transação", Dica.de("o POST /reset respondeu 2xx e não zerou tudo",
                    "apague as transações e volte os saldos a zero, em todas as instâncias e caches"));
        }));
    }

    private static String transacoes(int quantas) {
        return Numeros.quantos(quantas, "transação", "transações");
    }

    private static Prova limites() {
        Regra regra = new Regra("C02-limites", "cada cliente tem o limite da tabela", "O limite é o que separa um débito aceito de um recusado.",
                TABELA, Peso.SALDO);
        return new Prova(regra, exame -> IntStream.rangeClosed(1, Rinha2024.CLIENTES).forEach(c -> {
            Extrato e = exame.api().extrato(c);
            exame.exigir(e.limite() == ConferenciaDaRinha.limite(c), exame.api().pedidoDoExtrato(c), "limite " + e.limite(),
                    "limite " + ConferenciaDaRinha.limite(c), Dica.de("o cadastro inicial não é o da tabela, ou o extrato mostra outro campo",
                            "confira o cadastro: 1: 100000, 2: 80000, 3: 1000000, 4: 10000000, 5: 500000"));
        }));
    }

    private static Prova transacaoDeDesconhecido() {
        Regra regra = new Regra("C03-transacao-de-desconhecido", "transação de cliente que não existe recebe 404",
                "O teste oficial procura o cliente 6, e 2xx ali é erro.",
                "Se o id for de um cliente que não existe, a API deve retornar 404", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            Troca t = exame.api().pedir(Api.transacao(6, "c", 1, "toma"));
            exame.exigir(t.status() == 404, t, "404", NAO_EXISTE);
        });
    }

    private static Prova extratoDeDesconhecido() {
        Regra regra = new Regra("C04-extrato-de-desconhecido", "extrato de cliente que não existe recebe 404",
                "O teste oficial procura o cliente 6, e 2xx ali é erro.",
                "Se o id for de um cliente que não existe, a API deve retornar 404", Peso.RESPOSTA);
        return new Prova(regra, exame -> {
            Troca t = exame.api().pedir(Api.extrato("6"));
            exame.exigir(t.status() == 404, t, "404", NAO_EXISTE);
        });
    }
}
