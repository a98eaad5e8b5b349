package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/// Varre o tamanho do pool com duas cargas: a leitura ocupa o processador; a compra espera o disco confirmar.
///
/// Há um pool só, com todas as conexões abertas. Num «pool de 4», as outras estão retiradas, paradas: assim o que muda de
/// um tamanho para o outro é quantas trabalham ao mesmo tempo, e não se mede abertura de conexão.
public final class TamanhoDoPool implements Experimento {

    private static final int CLIENTES = 64;
    private static final Duration ESPERA = Duration.ofSeconds(20);
    private static final List<Integer> TAMANHOS = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final double ERRO_ACEITO = 0.20;

    @Override
    public Ficha ficha() {
        return new Ficha("03", "tamanho-do-pool",
                "Quantas conexões bastam, e o que fazem as que sobram?",
                "Com " + CLIENTES + " clientes, quantas vezes mais leituras por segundo faz um pool de 64 do que um de 4?",
                Duration.ofSeconds(29));
    }

    /// As rodadas das duas cargas num tamanho de pool.
    private record Varredura(Rodadas leitura, Rodadas compra) {
        Varredura() {
            this(new Rodadas(0), new Rodadas(0));
        }
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var tamanhos = ambiente.curto() ? List.of(1, 4, 16) : TAMANHOS;
        int rodadas = ambiente.curto() ? 2 : 6;
        var duracao = Duration.ofMillis(ambiente.curto() ? 40 : 180);
        var medidas = new TreeMap<Integer, Varredura>();
        tamanhos.forEach(n -> medidas.put(n, new Varredura()));
        try (var banco = ambiente.servicos().postgres().novoBanco();
             var pool = Pools.cheio(Pools.config(banco, tamanhos.getLast(), ESPERA))) {
            Loja.criarEm(banco);
            medir(new Varredura(), pool, 4, duracao.multipliedBy(5)); // aquece
            for (int rodada = 1; rodada <= rodadas; rodada++) {
                ambiente.progresso("pools de " + tamanhos + ", rodada " + rodada + " de " + rodadas);
                // Ida e volta: o que a máquina muda devagar não favorece os pools medidos por último.
                for (int tamanho : rodada % 2 == 0 ? tamanhos : tamanhos.reversed()) {
                    medir(medidas.get(tamanho), pool, tamanho, duracao);
                }
            }
        }
        return resultado(medidas, ambiente.curto());
    }

    private static void medir(Varredura varredura, HikariDataSource pool, int tamanho, Duration duracao) throws Exception {
        var retiradas = new ArrayList<Connection>();
        try {
            while (retiradas.size() < pool.getMaximumPoolSize() - tamanho) {
                retiradas.add(pool.getConnection());
            }
            medir(varredura.leitura(), pool, TamanhoDoPool::ler, duracao);
            medir(varredura.compra(), pool, c -> CompraComUmaConexao.comprar(c, produtoQualquer()), duracao);
        } finally {
            for (var conexao : retiradas) {
                conexao.close();
            }
        }
    }

    private static void medir(Rodadas rodadas, HikariDataSource pool, Requisicoes.Trabalho trabalho, Duration duracao) throws Exception {
        var medida = new Requisicoes(pool, trabalho).medir(CLIENTES, duracao);
        rodadas.guardar(medida.carga(), medida.espera().mediaMs());
    }

    private static void ler(Connection conexao) throws SQLException {
        try (var comando = conexao.prepareStatement("select count(*) from produto where id between ? and ? + 200")) {
            long de = produtoQualquer();
            comando.setLong(1, de);
            comando.setLong(2, de);
            comando.executeQuery().next();
        }
    }

    private static long produtoQualquer() {
        return 1 + ThreadLocalRandom.current().nextInt(Loja.PRODUTOS);
    }

    private Resultado resultado(SortedMap<Integer, Varredura> medidas, boolean curto) {
        var leituras = Tabela.de("Ler: o trabalho é do processador", "conexões no pool",
                Coluna.de("leituras/s", 0), Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1));
        var compras = Tabela.de("Comprar: o trabalho espera o disco", "conexões no pool",
                Coluna.de("compras/s", 0), Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1));
        var tempo = Tabela.de("Onde passa o tempo de uma compra, em média", "conexões no pool",
                Coluna.de("espera por conexão (ms)", 2), Coluna.de("uso da conexão (ms)", 2), Coluna.de("vazão × tempo (clientes)", 1));
        double maiorErro = 0;
        for (var entrada : medidas.entrySet()) {
            var nome = String.valueOf(entrada.getKey());
            var compra = entrada.getValue().compra();
            double media = compra.mediana().latencias().mediaMs();
            double little = compra.mediana().vazao() * media / 1e3;
            maiorErro = Math.max(maiorErro, Math.abs(little / CLIENTES - 1));
            leituras = linha(leituras, nome, entrada.getValue().leitura());
            compras = linha(compras, nome, compra);
            tempo = tempo.linha(nome, compra.esperaDaMediana(), media - compra.esperaDaMediana(), little);
        }
        int maior = medidas.lastKey();
        var resultado = Resultado.de(ficha()).tabela(leituras.curva("leituras/s")).tabela(compras.curva("compras/s"))
                .tabela(tempo.curva("espera por conexão (ms)"))
                .afirmar("lendo, 4 conexões fazem ao menos 80% do que " + maior + " fazem", leituras(medidas, maior, 4), 0.8)
                .afirmar("comprando, " + maior + " conexões fazem ao menos 1,5 vez o que 1 faz", compras(medidas, 1, maior), 1.5)
                .respostaDoPalpite(leituras(medidas, 4, maior).razao(), "vezes")
                .nota("Há um pool só, com todas as conexões abertas: num «pool de 4», as outras estão retiradas, paradas. Muda só quantas trabalham.")
                .nota("Quem lê ocupa o processador: passado o número de núcleos, mais conexões só dividem o mesmo processador.")
                .nota("Quem compra espera o disco: enquanto um commit espera, outros entram no mesmo fsync. Por isso ali o joelho vem depois.")
                .nota("Conexões a mais não acabam com a fila: a espera por conexão cai e o uso da conexão sobe.");
        // Numa execução curta, a cauda dos últimos clientes pesa mais que a medida.
        return (curto ? resultado : resultado.afirmar(
                "a lei de Little fecha: vazão × tempo dá os " + CLIENTES + " clientes, com erro de até 20%",
                maiorErro <= ERRO_ACEITO, "maior erro: " + Numeros.comCasas(maiorErro * 100, 1) + "%")).pronto();
    }

    private static Tabela linha(Tabela tabela, String nome, Rodadas rodadas) {
        var medida = rodadas.mediana();
        return tabela.linha(nome, medida.vazao(), medida.latencias().p50Ms(), medida.latencias().p99Ms());
    }

    private static Comparacao leituras(SortedMap<Integer, Varredura> medidas, int a, int b) {
        return Comparacao.dasMedidas(medidas.get(a).leitura().vazoes(), medidas.get(b).leitura().vazoes());
    }

    private static Comparacao compras(SortedMap<Integer, Varredura> medidas, int a, int b) {
        return Comparacao.dasMedidas(medidas.get(a).compra().vazoes(), medidas.get(b).compra().vazoes());
    }
}
