package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.instrumentos.Acao;
import curso.bancada.medicao.Afirmacao;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.time.Duration;
import java.util.List;

/// Para o banco no meio de uma carga que não espera e compara um pool que pendura com um que recusa cedo.
public final class Saturacao implements Experimento {

    private static final int CONEXOES = 4;
    private static final int CHEGADAS = 150;
    private static final Duration PACIENCIA = Duration.ofMillis(400);
    private static final Duration PADRAO = Duration.ofSeconds(30);
    private static final Duration CURTA = Duration.ofMillis(250);
    /// Espera e consulta se somam: as duas juntas têm de caber na paciência.
    private static final Duration CONSULTA = Duration.ofMillis(120);

    @Override
    public Ficha ficha() {
        return new Ficha("03", "saturacao",
                "O banco parou por um instante: melhor esperar por uma conexão ou recusar logo?",
                "Esperando até 30 s por conexão, quantas de cada 100 requisições são respondidas a quem já desistiu?",
                Duration.ofSeconds(28));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        int rodadas = ambiente.curto() ? 1 : 6;
        var intervalo = Duration.ofMillis(ambiente.curto() ? 4 : 8);
        var pendura = new Chegadas();
        var recusa = new Chegadas();
        var desiste = new Chegadas();
        try (var banco = ambiente.servicos().postgres().novoBanco()) {
            Loja.criarEm(banco);
            medir(new Chegadas(), banco, intervalo, CURTA, CONSULTA); // aquece: as três percorrem o mesmo código
            List<Acao> variantes = List.of(
                    () -> medir(pendura, banco, intervalo, PADRAO, Duration.ZERO),
                    () -> medir(recusa, banco, intervalo, CURTA, Duration.ZERO),
                    () -> medir(desiste, banco, intervalo, CURTA, CONSULTA));
            for (int rodada = 1; rodada <= rodadas; rodada++) {
                ambiente.progresso("espera de 30 s, de 250 ms, e de 250 ms com prazo na consulta: rodada " + rodada + " de " + rodadas);
                for (var variante : rodada % 2 == 0 ? variantes.reversed() : variantes) {
                    variante.executar();
                }
            }
        }
        return resultado(pendura, recusa, desiste);
    }

    private static void medir(Chegadas chegadas, Banco banco, Duration intervalo, Duration espera, Duration consulta) throws Exception {
        var config = Pools.config(banco, CONEXOES, espera);
        if (consulta.isPositive()) {
            config.setConnectionInitSql("set statement_timeout = " + consulta.toMillis());
        }
        try (var produto = new TabelaTravada(banco.dataSource(), "produto"); HikariDataSource pool = Pools.cheio(config)) {
            var busca = new BuscaQueDevolve(pool);
            chegadas.rodada(new CargaAberta(CHEGADAS, intervalo, PACIENCIA, pool.getHikariPoolMXBean()).executar(n -> {
                // O banco para e volta contado em chegadas: é o mesmo em qualquer máquina.
                if (n == CHEGADAS / 8) {
                    produto.parar();
                } else if (n == CHEGADAS * 6 / 8) {
                    produto.voltar();
                }
            }, () -> busca.nome(1)));
        }
    }

    private Resultado resultado(Chegadas pendura, Chegadas recusa, Chegadas desiste) {
        var tabela = Tabela.de("O banco para e volta: de cada 100 chegadas, com um pool de " + CONEXOES, "espera por conexão",
                Coluna.de("a tempo", 1), Coluna.de("tarde demais", 1), Coluna.de("recusadas", 1),
                Coluna.de("maior fila (requisições)", 0), Coluna.de("p99 até saber (ms)", 0));
        tabela = pendura.linha(tabela, "30 s (padrão)");
        tabela = recusa.linha(tabela, "250 ms");
        tabela = desiste.linha(tabela, "250 ms, consulta até 120 ms");
        return Resultado.de(ficha())
                .tabela(tabela.barras("tarde demais"))
                .afirmar("esperando 30 s, ninguém é recusado, e a fila passa de um terço das chegadas",
                        pendura.recusadas() == 0 && pendura.maiorFila() > CHEGADAS / 3,
                        "%d recusadas, maior fila de %d em %d chegadas".formatted(pendura.recusadas(), pendura.maiorFila(), CHEGADAS))
                .afirmar("recusando em 250 ms, a maior fila é ao menos 2 vezes menor", razao(recusa.filas(), pendura.filas()), 2)
                .afirmar("recusando em 250 ms, ao menos 3 vezes menos respostas chegam tarde", razao(recusa.tardes(), pendura.tardes()), 3)
                .afirmar(new Afirmacao("com prazo também na consulta, ao menos 2 vezes menos ainda",
                        razao(desiste.tardes(), recusa.tardes()).veredito(2),
                        "%d respostas tardias contra %d".formatted(desiste.tarde(), recusa.tarde())))
                .respostaDoPalpite(pendura.tardePorCento(), "de cada 100")
                .nota("«Tarde demais» é depois de " + PACIENCIA.toMillis() + " ms: quem pediu já não está lá.")
                .nota("Os prazos se somam: 250 ms de espera e 120 ms de consulta cabem nos " + PACIENCIA.toMillis() + " ms de quem pediu.")
                .nota("Recusar não cria capacidade. Poupa a que há para quem ainda espera, e diz logo aos outros.")
                .pronto();
    }

    /// Razão entre contagens de rodadas em pares; uma execução curta não tem pares, e nada conclui.
    private static Comparacao razao(double[] a, double[] b) {
        return a.length > 1 ? Comparacao.dasMedidas(a, b)
                : Comparacao.dasMedidas(new double[] {a[0], a[0]}, new double[] {b[0], b[0]});
    }
}
