package exemplos.aula01_threads;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Põe o mesmo trabalho num pool com trava, num ator e num laço de eventos; depois bloqueia uma tarefa em cada um.
public final class ModelosExperimento implements Experimento {
    private static final int PRODUTORES = 4;
    private static final int OUTRAS = 100;

    @Override
    public Ficha ficha() {
        return new Ficha("01", "tres-modelos", "Pool, ator ou laço de eventos: quem protege o estado, e quem para quando um bloqueia?",
                "Com uma tarefa bloqueada num laço de eventos, quantas das outras " + OUTRAS + " terminam?", Duration.ofSeconds(6));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        int porProdutor = ambiente.curto() ? 5_000 : 200_000;
        var resultado = Resultado.de(ficha());
        ambiente.progresso("contando mensagens de " + PRODUTORES + " produtores");
        contar(resultado, porProdutor);
        ambiente.progresso("bloqueando uma tarefa em cada modelo");
        bloquear(resultado);
        return resultado.nota("O contador é um long comum: no ator e no laço, uma thread só o toca.").pronto();
    }

    /// Um contador sem `volatile` nem trava própria: quem o protege é o modelo em volta.
    private static final class Contador {
        private long total;

        void somar() {
            total++;
        }
    }

    private void contar(Resultado.Construtor resultado, int porProdutor) throws Exception {
        var doPool = new Contador();
        produzir(porProdutor, fim -> {
            synchronized (doPool) {
                doPool.somar();
            }
            fim.countDown();
        });
        var doAtor = new Contador();
        try (var ator = new Ator<CountDownLatch>(fim -> { doAtor.somar(); fim.countDown(); })) {
            produzir(porProdutor, ator::enviar);
        }
        var doLaco = new Contador();
        try (var laco = new LacoDeEventos()) {
            produzir(porProdutor, fim -> laco.agendar(() -> { doLaco.somar(); fim.countDown(); }));
        }
        long certo = (long) PRODUTORES * porProdutor;
        resultado.tabela(Tabela.de(certo + " somas no mesmo contador, de " + PRODUTORES + " produtores", "modelo",
                        Coluna.de("pedidas", 0), Coluna.de("contadas", 0)).linha("pool com trava", certo, doPool.total)
                        .linha("ator", certo, doAtor.total).linha("laço de eventos", certo, doLaco.total))
                .afirmar("os três contam certo; o ator e o laço, sem trava no contador",
                        doPool.total == certo && doAtor.total == certo && doLaco.total == certo,
                        "%d, %d e %d de %d".formatted(doPool.total, doAtor.total, doLaco.total, certo));
    }

    /// Entrega as mensagens de todos os produtores e volta quando a última foi tratada.
    private static void produzir(int porProdutor, Consumer<CountDownLatch> entregar) throws Exception {
        var fim = new CountDownLatch(PRODUTORES * porProdutor);
        try (var produtores = Executors.newFixedThreadPool(PRODUTORES)) {
            for (int p = 0; p < PRODUTORES; p++) {
                produtores.execute(() -> {
                    for (int i = 0; i < porProdutor; i++) {
                        entregar.accept(fim);
                    }
                });
            }
        }
        if (!fim.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("em 30 s faltavam " + fim.getCount() + " mensagens; rode de novo com a máquina livre");
        }
    }

    private static void bloquear(Resultado.Construtor resultado) throws InterruptedException {
        long noPool = Bloqueada.noPool(PRODUTORES, OUTRAS);
        long noLaco = Bloqueada.noLaco(OUTRAS);
        long noMesmoAtor = Bloqueada.noMesmoAtor(OUTRAS);
        long emOutros = Bloqueada.emOutrosAtores(OUTRAS);
        resultado.tabela(Tabela.de("Uma tarefa bloqueada: quantas das outras " + OUTRAS + " terminam", "modelo", Coluna.de("terminam", 0))
                        .linha("pool de " + PRODUTORES, noPool).linha("laço de eventos", noLaco)
                        .linha("mesmo ator", noMesmoAtor).linha("outros atores", emOutros).barras("terminam"))
                .afirmar("um tratador bloqueado para o laço inteiro", noLaco == 0, noLaco + " terminaram")
                .afirmar("no pool, as outras threads seguem", noPool == OUTRAS, noPool + " terminaram")
                .afirmar("um ator bloqueado para só a si mesmo", noMesmoAtor == 0 && emOutros == OUTRAS,
                        "no mesmo ator %d, em outros %d".formatted(noMesmoAtor, emOutros))
                .respostaDoPalpite(noLaco, "tarefas");
    }
}
