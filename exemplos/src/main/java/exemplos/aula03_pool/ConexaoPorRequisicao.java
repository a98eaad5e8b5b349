package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.instrumentos.RedeLenta;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Carga;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/// Mede a mesma busca abrindo uma conexão por requisição e pegando emprestada a de um pool.
public final class ConexaoPorRequisicao implements Experimento {

    private static final int CLIENTES = 8;
    private static final Duration REDE = Duration.ofMillis(1);
    private static final Duration ESPERA = Duration.ofSeconds(5);

    @Override
    public Ficha ficha() {
        return new Ficha("03", "conexao-por-requisicao",
                "Quanto custa abrir uma conexão a cada requisição?",
                "Quantas vezes mais requisições por segundo o pool atende?", Duration.ofSeconds(25));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        try (var banco = ambiente.servicos().postgres().novoBanco();
             var rede = RedeLenta.ate(banco.host(), banco.porta(), REDE)) {
            Loja.criarEm(banco);
            var rodadas = ambiente.curto() ? 2 : 6;
            var duracao = Duration.ofMillis(ambiente.curto() ? 60 : 600);
            ambiente.progresso("banco na mesma máquina: uma conexão por requisição contra um pool de " + CLIENTES);
            var local = comparar(banco, banco.url(), rodadas, duracao);
            ambiente.progresso("o mesmo, com 1 ms de ida e volta até o banco");
            var distante = comparar(banco, rede.jdbc(banco.url()), rodadas, duracao);
            ambiente.progresso("quantas idas e voltas custa abrir");
            return resultado(local, distante, IdasEVoltas.contar(banco));
        }
    }

    private record Medidas(Rodadas semPool, Rodadas comPool, Comparacao razao, long abertas, long requisicoes) {
    }

    private static Medidas comparar(Banco banco, String url, int rodadas, Duration duracao) throws Exception {
        var semPool = new FonteContada(banco, url);
        try (HikariDataSource pool = Pools.cheio(Pools.config(new FonteContada(banco, url), CLIENTES, ESPERA))) {
            var sem = new Rodadas(1); // emPares também descarta o primeiro par
            var com = new Rodadas(1);
            var requisicoes = new LongAdder();
            var razao = Comparacao.emPares(rodadas,
                    () -> sem.guardar(medir(semPool, duracao, requisicoes)),
                    () -> com.guardar(medir(pool, duracao, new LongAdder())));
            return new Medidas(sem, com, razao, semPool.abertas(), requisicoes.sum());
        }
    }

    private static Carga.Medida medir(DataSource fonte, Duration duracao, LongAdder requisicoes) throws Exception {
        var busca = new BuscaQueDevolve(fonte);
        return Carga.fechada(CLIENTES, duracao, () -> {
            busca.nome(1 + ThreadLocalRandom.current().nextInt(Loja.PRODUTOS));
            requisicoes.increment();
        }).semErros();
    }

    private Resultado resultado(Medidas local, Medidas distante, IdasEVoltas idasEVoltas) {
        var tabela = Tabela.de("Uma busca por chave, " + CLIENTES + " clientes", "variante",
                Coluna.de("ops/s", 0), Coluna.de("p50 (ms)", 2), Coluna.de("p99 (ms)", 2));
        tabela = linha(tabela, "uma conexão por requisição", local.semPool());
        tabela = linha(tabela, "pool de " + CLIENTES, local.comPool());
        tabela = linha(tabela, "uma por requisição, rede de 1 ms", distante.semPool());
        tabela = linha(tabela, "pool de " + CLIENTES + ", rede de 1 ms", distante.comPool());
        return Resultado.de(ficha())
                .tabela(tabela.barras("ops/s"))
                .tabela(idasEVoltas.tabela())
                .afirmar("o pool atende ao menos 5 vezes mais requisições", local.razao(), 5)
                .afirmar("com 1 ms de rede, o pool atende ao menos 3 vezes mais", distante.razao(), 3)
                .afirmar("sem pool, o servidor abre uma conexão por requisição", local.abertas() == local.requisicoes(),
                        local.abertas() + " conexões abertas para " + local.requisicoes() + " requisições")
                .afirmar("abrir custa ao menos 4 idas e voltas, além da do TCP", idasEVoltas.deAbrir() >= 4,
                        idasEVoltas.deAbrir() + " para abrir, " + idasEVoltas.deConsultar() + " para consultar")
                .respostaDoPalpite(local.razao().razao(), "vezes")
                .nota("A consulta é a mesma nas quatro linhas: a diferença é o que se faz antes e depois dela.")
                .pronto();
    }

    private static Tabela linha(Tabela tabela, String nome, Rodadas rodadas) {
        var medida = rodadas.mediana();
        return tabela.linha(nome, medida.vazao(), medida.latencias().p50Ms(), medida.latencias().p99Ms());
    }
}
