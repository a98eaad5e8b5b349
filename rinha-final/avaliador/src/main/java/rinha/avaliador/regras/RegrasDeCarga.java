package rinha.avaliador.regras;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import rinha.avaliador.Achado;
import rinha.avaliador.Nota;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.consistencia.Fechamento;
import rinha.avaliador.consistencia.LivroDeContas;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.ErroVisto;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;

/// O que se julga depois da carga oficial.
public final class RegrasDeCarga {

    public static final Duration PRAZO_DO_SLA = Duration.ofMillis(250);

    private static final String CARGA = "de 1 usuário por segundo ao pico de 220 débitos, 110 créditos e 10 extratos por segundo";

    public static final Regra RESPOSTAS = new Regra("V01-respostas-sob-carga", "sob carga, débitos recebem 200 ou 422; créditos e extratos, 200",
            "Erro sob carga é o cliente que não foi atendido.", CARGA, Peso.RESPOSTA);
    public static final Regra SALDO = new Regra("V02-saldo-sob-carga", "nenhuma resposta da carga mostra saldo abaixo de -limite, limite trocado ou mais de dez transações",
            "O teste oficial confere cada resposta que traz saldo.", "Cada resposta do teste que detectar inconsistência no saldo do cliente gera multa", Peso.SALDO);
    public static final Regra SOMA = new Regra("V03-soma-sob-carga", "depois da carga, o saldo de cada cliente é o de antes mais tudo o que foi aceito",
            "O 200 é uma promessa: a soma mostra se ela foi cumprida.", "Cada resposta do teste que detectar inconsistência no saldo do cliente gera multa", Peso.SALDO);
    public static final Regra SLA = new Regra("V04-sla", "98% das respostas são boas e chegam em menos de 250 ms",
            "É a promessa de tempo do contrato fictício.", "A API precisa responder abaixo de 250 ms em 98% ou mais das requisições", Peso.RESPOSTA);

    private RegrasDeCarga() {
    }

    /// Devolve as regras, na ordem em que são julgadas; a do SLA é a última, porque as outras contam nela.
    public static List<Regra> todas() {
        return List.of(RESPOSTAS, SALDO, SOMA, SLA);
    }

    public static Exame respostas(Resultado r) {
        Exame exame = novo(RESPOSTAS, r.pedidos());
        for (ErroVisto e : r.erros()) {
            if (e.tipo() != TipoDeErro.CORPO_ERRADO) {
                exame.falhar(e.quantos(), e.amostras().stream().map(a -> new Achado.Exemplo(a.pedido(), a.detalhe(),
                        "200" + (a.pedido().contains("\"d\"") ? " ou 422" : ""))).toList(), erro(e.tipo(), r.plano().modelo().conexoes()));
            }
        }
        return exame;
    }

    private static Dica erro(TipoDeErro tipo, int conexoes) {
        return switch (tipo) {
            case STATUS_INESPERADO -> Dica.de("o servidor responde outro código sob carga: erro interno, fila cheia ou limite de taxa",
                    "veja o registro do servidor no segundo do exemplo; confira pool, prazos e limites do balanceador");
            case TIMEOUT -> Dica.de("a resposta não chegou em 5 s: fila que cresce, pool esgotado ou impasse",
                    "compare a vazão com a agenda no gráfico, e olhe onde as threads esperam");
            case SEM_CONEXAO -> Dica.de("o servidor responde mais devagar do que os pedidos chegam: as %d conexões ficaram todas ocupadas à espera dele".formatted(conexoes),
                    "compare a vazão com a agenda no gráfico, e veja em que o servidor gasta o tempo: pool, fila ou processador");
            case SEM_RECURSO_LOCAL -> Dica.de("faltaram conexões ou portas nesta máquina", "aumente os limites daqui, ou reuse conexões: a culpa pode não ser do alvo");
            case CORPO_GRANDE -> Dica.de("o extrato traz muito mais que dez transações", "confira o LIMIT da consulta");
            default -> Dica.de("conexões recusadas ou cortadas: backlog cheio, worker_connections curto ou processo que morreu",
                    "confira se alguma instância reiniciou, e os limites de conexões do balanceador");
        };
    }

    public static Exame saldo(Resultado r, LivroDeContas livro) {
        Exame exame = novo(SALDO, r.respondidos());
        Dica dica = Dica.de("o limite é conferido fora da gravação, ou o saldo lido não é o do cliente",
                "confira e grave na mesma instrução; prove com S05 e C07");
        exame.falhar(livro.inconsistencias(), livro.exemplos().stream().map(e -> new Achado.Exemplo(e.enviado(), e.veio(),
                "saldo >= -limite, o limite do cliente e no máximo 10 transações; visto: " + e.esperado())).toList(), dica);
        // Corpo reprovado sem que se pudesse ler o saldo não é dinheiro errado: é resposta ruim.
        long ilegiveis = r.erros(TipoDeErro.CORPO_ERRADO) - livro.inconsistencias();
        if (ilegiveis > 0) {
            r.erros().stream().filter(e -> e.tipo() == TipoDeErro.CORPO_ERRADO).flatMap(e -> e.amostras().stream()).findFirst()
                    .ifPresent(a -> exame.falhar(ilegiveis, a.pedido(), a.detalhe(), "o JSON do contrato",
                            Dica.deResposta("corpo de 200 que não é o do contrato", "veja C05 e C30")));
        }
        return exame;
    }

    public static Exame soma(Fechamento contas) {
        Exame exame = novo(SOMA, contas.contas().size());
        for (Fechamento.Conta c : contas.contas()) {
            if (!c.confere()) {
                exame.falhar(1, "%s no cliente %d, somando %d sobre %d".formatted(Numeros.quantos(c.aceitas(), "transação aceita", "transações aceitas"), c.cliente(),
                        c.somaAceita(), c.inicial()), "saldo " + c.visto(), "saldo " + c.esperado(), Dica.de(
                        "transações aceitas que se perderam, ou que valeram duas vezes",
                        "procure leitura e gravação separadas, gravação depois da resposta, e novas tentativas sem chave"));
            }
        }
        if (contas.desconhecidas() > 0) {
            exame.anotar("De %s: a conta fecha num intervalo, e não num número.".formatted(
                    Numeros.quantos(contas.desconhecidas(), "transação não se sabe se valeu", "transações não se sabe se valeram")));
        }
        return exame;
    }

    public static Exame sla(Resultado r, Nota nota) {
        Exame exame = novo(SLA, nota.pedidos());
        if (nota.multaDoSla().maisQueZero()) {
            long lentas = nota.pedidos() - nota.boas();
            String erros = r.totalDeErros() == 0 ? "nenhuma com erro" : Numeros.inteiro(r.totalDeErros()) + " com erro";
            exame.falhar(1, "a carga oficial: " + Numeros.inteiro(r.pedidos()) + " pedidos",
                    "%s%% em menos de 250 ms; p99 de %s ms".formatted(Numeros.decimal(nota.porcentagem(), 2), Numeros.ms(r.latencias().p99Ms())),
                    "98% ou mais", Dica.de("%s: %s, as outras lentas".formatted(Numeros.quantos(lentas, "resposta não conta", "respostas não contam"), erros),
                            piorRota(r)));
        }
        return exame;
    }

    private static String piorRota(Resultado r) {
        return "compare as rotas (p99): " + r.rotas().stream().map(m -> m.rota() + " " + Numeros.ms(m.todas().p99Ms()) + " ms")
                .collect(Collectors.joining(", ")) + "; e veja no gráfico se piora com a taxa ou de repente";
    }

    private static Exame novo(Regra regra, long conferencias) {
        Exame exame = new Exame(regra, null, false, RandomGenerator.getDefault());
        exame.contar(conferencias);
        return exame;
    }
}
