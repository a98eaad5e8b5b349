package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.instrumentos.IdaEVolta;
import curso.bancada.instrumentos.RedeLenta;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Carga;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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

    /// De onde vêm as conexões, as rodadas medidas com elas e quantas requisições houve, contando as que só aquecem.
    private record Variante(DataSource fonte, Rodadas rodadas, LongAdder requisicoes) {

        Variante(DataSource fonte) {
            this(fonte, new Rodadas(), new LongAdder());
        }

        Carga.Medida medir(Duration duracao) throws Exception {
            var busca = new BuscaQueDevolve(fonte);
            return Carga.fechada(CLIENTES, duracao, () -> {
                busca.nome(1 + ThreadLocalRandom.current().nextInt(Loja.PRODUTOS));
                requisicoes.increment();
            }).semErros();
        }
    }

    /// Um endereço do banco, com e sem pool.
    private record Caminho(FonteContada contada, HikariDataSource pool, Variante sem, Variante com) implements AutoCloseable {

        static Caminho por(Banco banco, String url) throws SQLException {
            var contada = new FonteContada(banco, url);
            var pool = Pools.cheio(Pools.config(new FonteContada(banco, url), CLIENTES, ESPERA));
            return new Caminho(contada, pool, new Variante(contada), new Variante(pool));
        }

        Comparacao razao() {
            return Comparacao.dasMedidas(sem.rodadas().vazoes(), com.rodadas().vazoes());
        }

        String idaEVolta() throws SQLException {
            try (var conexao = pool.getConnection()) {
                return Numeros.comCasas(IdaEVolta.medianaMs(conexao), 2) + " ms";
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        try (var banco = ambiente.servicos().postgres().novoBanco();
             var rede = RedeLenta.ate(banco.host(), banco.porta(), REDE);
             var local = Caminho.por(banco, banco.url());
             var distante = Caminho.por(banco, rede.jdbc(banco.url()))) {
            Loja.criarEm(banco);
            medir(List.of(local.sem(), local.com(), distante.sem(), distante.com()), ambiente);
            ambiente.progresso("quantas idas e voltas custa abrir");
            return resultado(local, distante, IdasEVoltas.contar(banco));
        }
    }

    /// Mede todas em cada rodada, em ordem alternada: o que a máquina muda devagar não favorece nenhuma.
    private static void medir(List<Variante> variantes, Ambiente ambiente) throws Exception {
        var rodadas = ambiente.curto() ? 2 : 6;
        var duracao = Duration.ofMillis(ambiente.curto() ? 60 : 600);
        ambiente.progresso("com e sem pool, perto e com 1 ms até o banco: aquecimento");
        for (var variante : variantes) {
            variante.medir(duracao);
        }
        for (int rodada = 1; rodada <= rodadas; rodada++) {
            ambiente.progresso("rodada " + rodada + " de " + rodadas);
            for (var variante : rodada % 2 == 0 ? variantes : variantes.reversed()) {
                variante.rodadas().guardar(variante.medir(duracao));
            }
        }
    }

    private Resultado resultado(Caminho local, Caminho distante, IdasEVoltas idasEVoltas) throws SQLException {
        var tabela = Tabela.de("Uma busca por chave, " + CLIENTES + " clientes", "variante",
                Coluna.de("ops/s", 0), Coluna.de("p50 (ms)", 2), Coluna.de("p99 (ms)", 2));
        tabela = local.sem().rodadas().linha(tabela, "uma conexão por requisição");
        tabela = local.com().rodadas().linha(tabela, "pool de " + CLIENTES);
        tabela = distante.sem().rodadas().linha(tabela, "uma por requisição, rede de 1 ms");
        tabela = distante.com().rodadas().linha(tabela, "pool de " + CLIENTES + ", rede de 1 ms");
        long abertas = local.contada().abertas();
        long requisicoes = local.sem().requisicoes().sum();
        return Resultado.de(ficha())
                .tabela(tabela.barras("ops/s"))
                .tabela(idasEVoltas.tabela())
                .afirmar("o pool atende ao menos 5 vezes mais requisições", local.razao(), 5)
                .afirmar("com 1 ms de rede, o pool atende ao menos 3 vezes mais", distante.razao(), 3)
                .afirmar("sem pool, a aplicação abre uma conexão por requisição", abertas == requisicoes,
                        abertas + " conexões abertas para " + requisicoes + " requisições")
                .afirmar("abrir custa ao menos 4 idas e voltas, além da do TCP", idasEVoltas.deAbrir() >= 4,
                        idasEVoltas.deAbrir() + " para abrir, " + idasEVoltas.deConsultar() + " para consultar")
                .respostaDoPalpite(local.razao().razao(), "vezes")
                .nota("A consulta é a mesma nas quatro linhas: a diferença é o que se faz antes e depois dela.")
                .nota("«Rede de 1 ms» é o que se acrescenta: com os clientes parados, uma ida e volta levou %s por ela e %s perto."
                        .formatted(distante.idaEVolta(), local.idaEVolta()))
                .pronto();
    }
}
