package exemplos.aula03_pool;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Deixa uma busca vazar conexões nas falhas e mostra quem paga, o que o erro diz e quem o vigia acusa.
public final class Vazamento implements Experimento {

    private static final int CONEXOES = 4;
    private static final long EXISTE = 1;
    private static final long NAO_EXISTE = 99_999_999;
    /// Os menores valores que o HikariCP aceita.
    private static final Duration ESPERA = Duration.ofMillis(250);
    private static final Duration VIGIA = Duration.ofSeconds(2);

    @Override
    public Ficha ficha() {
        return new Ficha("03", "vazamento",
                "O que acontece depois que uma consulta que falha fica com a conexão?",
                "Num pool de " + CONEXOES + ", quantas buscas por um produto que não existe derrubam as buscas certas?",
                Duration.ofSeconds(4));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        try (var banco = ambiente.servicos().postgres().novoBanco()) {
            Loja.criarEm(banco);
            ambiente.progresso("uma busca que vaza, depois a que devolve; o vigia precisa de 2 s para acusar");
            var errada = observar(banco, true);
            var certa = observar(banco, false);
            return resultado(errada, certa);
        }
    }

    /// Uma linha por requisição: quantas conexões ficaram emprestadas depois dela.
    private record Observacao(List<Integer> emprestadas, int primeiraRecusa, String recusa, boolean atendeACerta, List<String> acusados) {
    }

    private static Observacao observar(Banco banco, boolean vaza) throws Exception {
        var config = Pools.config(banco, CONEXOES, ESPERA);
        config.setLeakDetectionThreshold(VIGIA.toMillis());
        try (var vigia = new VigiaDeVazamentos(); var pool = Pools.cheio(config)) {
            Busca busca = vaza ? new BuscaQueVaza(pool) : new BuscaQueDevolve(pool);
            var emprestadas = new ArrayList<Integer>();
            int primeiraRecusa = 0;
            for (int i = 1; i <= CONEXOES + 1; i++) {
                if (buscar(busca, NAO_EXISTE) instanceof SQLTransientConnectionException && primeiraRecusa == 0) {
                    primeiraRecusa = i;
                }
                emprestadas.add(pool.getHikariPoolMXBean().getActiveConnections());
            }
            var daCerta = buscar(busca, EXISTE);
            var acusados = vaza ? vigia.esperar(CONEXOES, VIGIA.multipliedBy(5)) : vigia.acusados();
            return new Observacao(emprestadas, primeiraRecusa, daCerta == null ? "" : daCerta.getMessage(), daCerta == null, acusados);
        }
    }

    private static SQLException buscar(Busca busca, long id) {
        try {
            busca.nome(id);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private Resultado resultado(Observacao errada, Observacao certa) {
        var tabela = Tabela.de("Conexões emprestadas depois de cada busca que falha, pool de " + CONEXOES, "busca que falha",
                Coluna.de("fecha só no sucesso (conexões)", 0), Coluna.de("try com recursos (conexões)", 0));
        for (int i = 0; i < errada.emprestadas().size(); i++) {
            tabela = tabela.linha((i + 1) + "ª", errada.emprestadas().get(i), certa.emprestadas().get(i));
        }
        return Resultado.de(ficha())
                .tabela(tabela.barras("fecha só no sucesso (conexões)"))
                .afirmar("o pool recusa a busca seguinte à última conexão vazada, não a que vazou",
                        errada.primeiraRecusa() == CONEXOES + 1, "primeira recusa na busca " + errada.primeiraRecusa())
                .afirmar("depois disso, a busca certa também é recusada, e o erro traz o estado do pool",
                        errada.recusa().contains("(total=4, active=4, idle=0, waiting=0)"), "«" + errada.recusa() + "»")
                .afirmar("o vigia acusa as " + CONEXOES + " conexões e aponta o método que as pegou",
                        errada.acusados().equals(List.of("BuscaQueVaza.nome", "BuscaQueVaza.nome", "BuscaQueVaza.nome", "BuscaQueVaza.nome")),
                        "acusados: " + errada.acusados())
                .afirmar("com try com recursos, as mesmas falhas não prendem nada e a busca certa é atendida",
                        certa.atendeACerta() && certa.emprestadas().stream().allMatch(n -> n == 0) && certa.acusados().isEmpty(),
                        "emprestadas: " + certa.emprestadas())
                .respostaDoPalpite(errada.primeiraRecusa() - 1, "buscas")
                .nota("Quem recebe o erro não é quem vazou: a pilha da recusa mostra a vítima, a do vigia mostra o culpado.")
                .pronto();
    }
}
