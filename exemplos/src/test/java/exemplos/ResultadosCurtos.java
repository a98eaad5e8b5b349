package exemplos;

import curso.bancada.medicao.AmbienteDoProcesso;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Resultado;
import curso.bancada.servicos.Servicos;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Executa cada experimento no menor tamanho, uma vez por JVM: o teste da aula e o teste geral olham o mesmo resultado.
public final class ResultadosCurtos {

    private static final Duration PRAZO = Duration.ofSeconds(120);
    private static final Map<String, Resultado> PRONTOS = new HashMap<>();

    private static Servicos servicos;

    private ResultadosCurtos() {}

    /// O resultado do experimento; executa-o se ainda não foi executado nesta JVM.
    public static synchronized Resultado de(Experimento experimento) throws Exception {
        var nome = experimento.ficha().aula() + " " + experimento.ficha().nome();
        var pronto = PRONTOS.get(nome);
        if (pronto == null) {
            pronto = executar(experimento);
            PRONTOS.put(nome, pronto);
        }
        return pronto;
    }

    private static Resultado executar(Experimento experimento) throws Exception {
        if (servicos == null) {
            servicos = Servicos.abrir();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("fechar-servicos").unstarted(servicos::close));
        }
        var executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try {
            return executor.submit(() -> experimento.executar(new AmbienteDoProcesso(servicos, true, _ -> { })))
                    .get(PRAZO.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            executor.shutdownNow();
        }
    }
}
