package exemplos.aula03_pool;

import curso.bancada.instrumentos.PontoDeEncontro;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// Força o instante em que toda requisição segura uma conexão e pede outra, e conta quantas terminam sem recusa.
public final class ImpasseDoPool implements Experimento {

    private static final int REQUISICOES = 4;
    /// Onde há impasse, ele só acaba quando este prazo vence.
    private static final Duration ESPERA_CURTA = Duration.ofMillis(400);
    private static final Duration ESPERA_LONGA = Duration.ofSeconds(10);
    private static final Duration ENCONTRO = Duration.ofSeconds(10);

    @Override
    public Ficha ficha() {
        return new Ficha("03", "impasse-do-pool",
                "Quando cada requisição precisa de duas conexões, quantas o pool precisa ter?",
                "Com " + REQUISICOES + " requisições simultâneas de duas conexões, qual é o menor pool sem impasse?", Duration.ofSeconds(4));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        try (var banco = ambiente.servicos().postgres().novoBanco()) {
            Loja.criarEm(banco);
            ambiente.progresso(REQUISICOES + " compras simultâneas, cada uma com a primeira conexão na mão");
            var duasEm4 = comprar(banco, REQUISICOES, ESPERA_CURTA, CompraComDuasConexoes::new);
            var duasEm5 = comprar(banco, REQUISICOES + 1, ESPERA_LONGA, CompraComDuasConexoes::new);
            var umaEm4 = comprar(banco, REQUISICOES, ESPERA_LONGA, CompraComUmaConexao::new);
            return resultado(duasEm4, duasEm5, umaEm4);
        }
    }

    private interface Fabrica {
        Compra sobre(DataSource pool);
    }

    private record Medida(int recusadas, String recusa, long baixas, long pedidos) {
    }

    private static Medida comprar(Banco banco, int conexoes, Duration espera, Fabrica fabrica) throws Exception {
        banco.executar("truncate pedido; update produto set estoque = 1000000 where estoque <> 1000000");
        var encontro = PontoDeEncontro.de(REQUISICOES, ENCONTRO);
        try (var pool = Pools.encher(new PoolComEncontro(Pools.config(banco, conexoes, espera)));
             var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.reunir(REQUISICOES, encontro);
            var compra = fabrica.sobre(pool);
            var futuros = new ArrayList<Future<SQLException>>();
            for (long produto = 1; produto <= REQUISICOES; produto++) {
                futuros.add(executor.submit(tentativa(compra, produto)));
            }
            var recusas = new ArrayList<String>();
            for (var futuro : futuros) {
                var recusa = futuro.get(20, TimeUnit.SECONDS);
                if (recusa != null) {
                    recusas.add(recusa.getMessage());
                }
            }
            return new Medida(recusas.size(), recusas.isEmpty() ? "" : recusas.getFirst(),
                    banco.numero("select count(*) from produto where estoque < 1000000"), banco.numero("select count(*) from pedido"));
        }
    }

    private static Callable<SQLException> tentativa(Compra compra, long produto) {
        return () -> {
            try {
                compra.comprar(produto);
                return null;
            } catch (SQLException e) {
                return e;
            }
        };
    }

    private Resultado resultado(Medida duasEm4, Medida duasEm5, Medida umaEm4) {
        var tabela = Tabela.de(REQUISICOES + " compras simultâneas", "compra e pool", Coluna.de("recusadas (compras)", 0),
                Coluna.de("baixas no estoque", 0), Coluna.de("pedidos registrados", 0));
        tabela = linha(tabela, "duas conexões, pool de 4", duasEm4);
        tabela = linha(tabela, "duas conexões, pool de 5", duasEm5);
        tabela = linha(tabela, "uma conexão, pool de 4", umaEm4);
        return Resultado.de(ficha())
                .tabela(tabela.barras("recusadas (compras)"))
                .afirmar("com duas conexões por compra, um pool do tamanho das compras trava até o prazo recusar alguém",
                        duasEm4.recusadas() > 0, duasEm4.recusadas() + " recusadas: «" + duasEm4.recusa() + "»")
                .afirmar("a compra recusada deixou a baixa sem o pedido", duasEm4.baixas() > duasEm4.pedidos(),
                        duasEm4.baixas() + " baixas e " + duasEm4.pedidos() + " pedidos")
                .afirmar("uma conexão a mais no pool evita o impasse, como diz a fórmula", duasEm5.recusadas() == 0,
                        duasEm5.recusadas() + " recusadas com pool de 5")
                .afirmar("com uma conexão e uma transação, o pool de 4 serve as 4", umaEm4.recusadas() == 0 && umaEm4.pedidos() == REQUISICOES,
                        umaEm4.pedidos() + " compras completas")
                .respostaDoPalpite(REQUISICOES + 1.0, "conexões")
                .nota("A conexão a mais só serve para 4 compras: com 5 ao mesmo tempo, o pool de 5 trava do mesmo jeito.")
                .pronto();
    }

    private static Tabela linha(Tabela tabela, String nome, Medida m) {
        return tabela.linha(nome, m.recusadas(), m.baixas(), m.pedidos());
    }
}
