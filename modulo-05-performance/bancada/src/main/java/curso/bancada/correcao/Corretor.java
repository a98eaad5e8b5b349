package curso.bancada.correcao;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Corrige exercícios num processo à parte, um pedido por vez. Não é seguro para uso concorrente.
///
/// O processo é reaproveitado entre pedidos, o que torna a correção rápida, e trocado quando fica sujo: prazo
/// estourado, morte, ou threads do aluno que não param. Fechar o corretor encerra o processo.
public final class Corretor implements AutoCloseable {

    private final Opcoes opcoes;
    private ProcessoOperario operario;

    /// Como rodar: opções da JVM do operário, variáveis de ambiente a mais e quanto esperar sem que nenhum teste acabe.
    public record Opcoes(List<String> jvm, Map<String, String> ambiente, Duration prazo) {

        /// O prazo quando nada se diz: cobre o início da JVM e dos serviços, e o teste de maior prazo numa máquina ocupada.
        public static final Duration PRAZO = Duration.ofSeconds(180);

        public Opcoes {
            jvm = List.copyOf(jvm);
            ambiente = Map.copyOf(ambiente);
            if (prazo.isNegative() || prazo.isZero()) {
                throw new IllegalArgumentException("prazo=" + prazo + ": precisa ser positivo");
            }
        }

        /// Todos os processadores, heap de 512 MB, prazo de 180 s.
        public static Opcoes padrao() {
            return new Opcoes(List.of(), Map.of(), PRAZO);
        }

        /// As mesmas opções, com um só processador.
        public Opcoes comUmProcessador() {
            return com("-XX:ActiveProcessorCount=1");
        }

        /// As mesmas opções, com o cache AOT que um [TreinoDoOperario] gravou; a JVM ignora, calada, o que não serve a ela.
        public Opcoes comCache(Path cache) {
            return com("-XX:AOTCache=" + cache, "-Xlog:disable");
        }

        Opcoes gravandoCache(Path cache) {
            return com("-XX:AOTCacheOutput=" + cache, "-Xlog:disable");
        }

        /// As mesmas opções, com uma pasta em que cada JVM de correção deixa os testes compilados para as próximas. A pasta vale para um
        /// classpath só, e é de quem a dá.
        public Opcoes comCompilacoes(Path pasta) {
            return com("-D" + CompilacoesEmDisco.PROPRIEDADE + "=" + pasta);
        }

        private Opcoes com(String... mais) {
            return new Opcoes(Stream.concat(jvm.stream(), Stream.of(mais)).toList(), ambiente, prazo);
        }
    }

    public Corretor(Opcoes opcoes) {
        this.opcoes = opcoes;
    }

    /// Sobe o processo sem esperar por ele, para que o primeiro pedido o encontre pronto.
    public void aquecer() {
        if (operario == null) {
            operario = ProcessoOperario.iniciar(opcoes);
        }
    }

    /// Corrige e devolve o veredito; nunca lança por causa do código do aluno.
    public Veredito corrigir(Pedido pedido) {
        return corrigir(pedido, _ -> {});
    }

    /// Corrige, avisando a cada teste que termina.
    public Veredito corrigir(Pedido pedido, Consumer<ResultadoDeTeste> aoTerminarCada) {
        aquecer();
        Veredito veredito = operario.atender(pedido, opcoes.prazo(), aoTerminarCada);
        if (veredito.threadsPresas()) {
            close();
        }
        return veredito;
    }

    @Override
    public void close() {
        if (operario != null) {
            operario.close();
            operario = null;
        }
    }
}
