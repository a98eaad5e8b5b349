package curso.bancada.correcao;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import curso.bancada.instrumentos.PilhasDeThreads;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/// Compila um [Pedido] e roda a sua classe de teste nesta JVM. Não é seguro para uso concorrente.
final class ExecutorDeTestes implements AutoCloseable {

    private static final int LINHAS_DE_PILHA = 40;
    /// Uma JVM que corrige o 03.1, com o PostgreSQL dela, tem 21 (`ps -o nlwp`).
    private static final int THREADS_DEMAIS = 100;

    private final Compilador compilador = new Compilador();
    private final CompilacaoAproveitada compilacoes = new CompilacaoAproveitada(compilador, CompilacoesEmDisco.daJvm());
    // Sem descoberta automática: quem imprime o veredito aqui é quem pediu a correção.
    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build());

    Veredito executar(Pedido pedido, SaidaCapturada saida, Consumer<ResultadoDeTeste> aoTerminarCada)
            throws ClassNotFoundException {
        var codificacao = ArquivoDoAluno.emOutraCodificacao(pedido);
        if (codificacao.isPresent()) {
            return Veredito.naoCompila(pedido.exercicio(), List.of(codificacao.get()));
        }
        Compilador.Compilacao compilacao = compilacoes.compilar(pedido.fontes());
        if (!compilacao.certa()) {
            return Veredito.naoCompila(pedido.exercicio(), ArquivoDoAluno.explicar(pedido, compilacao.erros()));
        }
        CarregadorDeMemoria carregador = new CarregadorDeMemoria(compilacao.classes());
        Thread atual = Thread.currentThread();
        ClassLoader anterior = atual.getContextClassLoader();
        atual.setContextClassLoader(carregador);
        try {
            Ouvinte ouvinte = new Ouvinte(aoTerminarCada);
            LauncherDiscoveryRequest testes = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(carregador.loadClass(pedido.classeDeTeste())))
                    .build();
            launcher.execute(testes, ouvinte);
            if (ouvinte.daMaquina != null) {
                saida.retirar();
                return Veredito.interrompido(pedido.exercicio(), ouvinte.resultados, ouvinte.daMaquina.getMessage());
            }
            return Veredito.de(pedido.exercicio(), ouvinte.resultados, saida.retirar(), deixouThreads());
        } finally {
            atual.setContextClassLoader(anterior);
        }
    }

    /// Uma thread ociosa de um executor que ninguém fechou não passa por código do aluno: só a quantidade a denuncia. Somadas de
    /// correção em correção, elas esgotariam as do sistema.
    private static boolean deixouThreads() {
        return ManagementFactory.getThreadMXBean().getThreadCount() > THREADS_DEMAIS || !PilhasDeThreads.doAluno().isEmpty();
    }

    @Override
    public void close() {
        compilador.close();
    }

    private static final class Ouvinte implements TestExecutionListener {

        private final List<ResultadoDeTeste> resultados = new ArrayList<>();
        private final Map<String, Long> inicios = new ConcurrentHashMap<>();
        private final Consumer<ResultadoDeTeste> aoTerminarCada;
        private FalhaDaMaquina daMaquina;

        Ouvinte(Consumer<ResultadoDeTeste> aoTerminarCada) {
            this.aoTerminarCada = aoTerminarCada;
        }

        @Override
        public void executionStarted(TestIdentifier teste) {
            inicios.put(teste.getUniqueId(), System.nanoTime());
        }

        @Override
        public void executionFinished(TestIdentifier teste, TestExecutionResult resultado) {
            boolean containerQueFalhou = !teste.isTest() && resultado.getStatus() == TestExecutionResult.Status.FAILED;
            if (teste.isTest() || containerQueFalhou) {
                anotar(teste, resultado);
            }
        }

        private void anotar(TestIdentifier teste, TestExecutionResult resultado) {
            String metodo = teste.getSource().filter(MethodSource.class::isInstance)
                    .map(s -> ((MethodSource) s).getMethodName()).orElse(teste.getDisplayName());
            long milis = (System.nanoTime() - inicios.get(teste.getUniqueId())) / 1_000_000;
            Throwable falha = resultado.getThrowable().orElse(null);
            FalhaDaMaquina impedimento = FalhaDaMaquina.em(falha);
            daMaquina = daMaquina == null ? impedimento : daMaquina;
            // O JUnit embrulha a falha de um parâmetro; o que se lê é a que está dentro.
            falha = impedimento == null ? falha : impedimento;
            ResultadoDeTeste.Estado estado = switch (resultado.getStatus()) {
                case SUCCESSFUL -> ResultadoDeTeste.Estado.PASSOU;
                case ABORTED -> falha instanceof TesteNaoExecutado ? ResultadoDeTeste.Estado.NAO_EXECUTADO : ResultadoDeTeste.Estado.A_FAZER;
                case FAILED -> impedimento == null ? ResultadoDeTeste.Estado.FALHOU : ResultadoDeTeste.Estado.NAO_EXECUTADO;
            };
            ResultadoDeTeste pronto = new ResultadoDeTeste(metodo, teste.getDisplayName(), estado,
                    mensagem(falha), estado == ResultadoDeTeste.Estado.FALHOU ? PilhaLegivel.de(falha, LINHAS_DE_PILHA) : "",
                    milis);
            resultados.add(pronto);
            aoTerminarCada.accept(pronto);
        }

        private static String mensagem(Throwable falha) {
            if (falha == null) {
                return "";
            }
            boolean afirmacao = falha instanceof AssertionError || falha instanceof TestAbortedException || falha instanceof FalhaDaMaquina;
            return afirmacao && falha.getMessage() != null ? falha.getMessage() : falha.toString();
        }
    }
}
