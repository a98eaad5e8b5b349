package exemplos.aula03_pool;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;

/// Varre o tamanho do pool com duas cargas: a leitura ocupa o processador; a compra espera o disco confirmar.
///
/// Há um pool só, com todas as conexões abertas. Num «pool de 4», as outras estão retiradas, paradas: assim o que muda de
/// um tamanho para o outro é quantas trabalham ao mesmo tempo, e não se mede abertura de conexão.
public final class TamanhoDoPool implements Experimento {

    private static final int CLIENTES = 64;
    private static final Duration ESPERA = Duration.ofSeconds(20);
    private static final List<Integer> TAMANHOS = List.of(1, 2, 4, 8, 16, 32, 64);

    @Override
    public Ficha ficha() {
        return new Ficha("03", "tamanho-do-pool",
                "Quantas conexões bastam, e o que fazem as que sobram?",
                "Com " + CLIENTES + " clientes, quantas vezes mais leituras por segundo faz um pool de 64 do que um de 4?",
                Duration.ofSeconds(29));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var tamanhos = ambiente.curto() ? List.of(1, 4, 16) : TAMANHOS;
        int rodadas = ambiente.curto() ? 2 : 6;
        var duracao = Duration.ofMillis(ambiente.curto() ? 40 : 180);
        var medidas = new TreeMap<Integer, VarreduraDoPool>();
        tamanhos.forEach(n -> medidas.put(n, new VarreduraDoPool(n)));
        try (var banco = ambiente.servicos().postgres().novoBanco();
             var pool = Pools.cheio(Pools.config(banco, tamanhos.getLast(), ESPERA))) {
            Loja.criarEm(banco);
            medir(new VarreduraDoPool(4), pool, duracao.multipliedBy(5)); // aquece
            for (int rodada = 1; rodada <= rodadas; rodada++) {
                ambiente.progresso("pools de " + tamanhos + ", rodada " + rodada + " de " + rodadas);
                // Ida e volta: o que a máquina muda devagar não favorece os pools medidos por último.
                for (int tamanho : rodada % 2 == 0 ? tamanhos : tamanhos.reversed()) {
                    medir(medidas.get(tamanho), pool, duracao);
                }
            }
        }
        return AfirmacoesDoTamanho.julgar(Resultado.de(ficha()), medidas).pronto();
    }

    private static void medir(VarreduraDoPool varredura, HikariDataSource pool, Duration duracao) throws Exception {
        var retiradas = new ArrayList<Connection>();
        try {
            while (retiradas.size() < pool.getMaximumPoolSize() - varredura.tamanho()) {
                retiradas.add(pool.getConnection());
            }
            var estado = pool.getHikariPoolMXBean();
            IntSupplier emUso = () -> estado.getActiveConnections() - retiradas.size();
            varredura.leitura().guardar(new Requisicoes(pool, emUso, TamanhoDoPool::ler).medir(CLIENTES, duracao).carga());
            varredura.comprou(new Requisicoes(pool, emUso, c -> CompraComUmaConexao.comprar(c, produtoQualquer()))
                    .medir(CLIENTES, duracao));
        } finally {
            for (var conexao : retiradas) {
                conexao.close();
            }
        }
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
}
