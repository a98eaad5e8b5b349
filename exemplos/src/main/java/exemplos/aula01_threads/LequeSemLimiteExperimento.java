package exemplos.aula01_threads;

import curso.bancada.instrumentos.Acao;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Abre mil threads virtuais sobre um serviço que atende vinte chamadas juntas, com e sem um limite em volta dele.
public final class LequeSemLimiteExperimento implements Experimento {
    private static final int LOTACAO = 20;

    @Override
    public Ficha ficha() {
        return new Ficha("01", "leque-sem-limite", "O que um leque de mil threads virtuais faz com quem só atende vinte?",
                "De mil chamadas soltas de uma vez, quantas um serviço que atende 20 juntas recusa?", Duration.ofSeconds(3));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        int chamadas = ambiente.curto() ? 200 : 1_000;
        var demora = Duration.ofMillis(ambiente.curto() ? 10 : 20);
        var solto = new RecursoComLotacao(LOTACAO, demora);
        var limitado = new RecursoComLotacao(LOTACAO, demora);
        ambiente.progresso("sem limite");
        double semLimite = Cronometro.milissegundos(() -> semLimite(solto, chamadas));
        ambiente.progresso("com um semáforo em volta do serviço");
        double comLimite = Cronometro.milissegundos(() -> comLimite(limitado, chamadas));
        var resultado = Resultado.de(ficha())
                .tabela(Tabela.de("%d chamadas a um serviço que atende %d juntas".formatted(chamadas, LOTACAO), "leque",
                                Coluna.de("atendidas", 0), Coluna.de("recusadas", 0), Coluna.de("tempo (ms)", 0))
                        .linha("sem limite", solto.atendidas(), solto.recusadas(), semLimite)
                        .linha("com semáforo", limitado.atendidas(), limitado.recusadas(), comLimite).barras("recusadas"))
                .afirmar("sem limite, o serviço recusa mais da metade das chamadas", solto.recusadas() > chamadas / 2,
                        solto.recusadas() + " recusadas de " + chamadas)
                .afirmar("com o semáforo, não recusa nenhuma", limitado.recusadas() == 0 && limitado.atendidas() == chamadas,
                        limitado.recusadas() + " recusadas, " + limitado.atendidas() + " atendidas")
                .respostaDoPalpite(solto.recusadas(), "chamadas");
        if (semLimite < comLimite && solto.recusadas() > chamadas / 2) {
            resultado.nota("O leque sem limite acaba antes porque a maior parte do trabalho foi recusada, não feita.");
        }
        return resultado.pronto();
    }

    // @start region=sem-limite
    private static void semLimite(RecursoComLotacao recurso, int chamadas) throws Exception {
        emVirtuais(chamadas, recurso::usar); // ERRADO: mil chamadas chegam juntas a quem atende vinte
    }
    // @end region=sem-limite

    // @start region=com-limite
    private static void comLimite(RecursoComLotacao recurso, int chamadas) throws Exception {
        var vagas = new Semaphore(LOTACAO);
        emVirtuais(chamadas, () -> {
            if (!vagas.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new TimeoutException("nenhuma vaga em 10 s");
            }
            try {
                recurso.usar();
            } finally {
                vagas.release();
            }
        });
    }
    // @end region=com-limite

    private static void emVirtuais(int quantas, Acao acao) throws Exception {
        Callable<Void> chamada = () -> {
            acao.executar();
            return null;
        };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> feita : executor.invokeAll(Stream.generate(() -> chamada).limit(quantas).toList())) {
                feita.get();
            }
        }
    }
}
