package exercicios.aula03_pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// O agendador de um HikariCP cujo tempo só anda quando o teste manda: dez minutos de pool em milissegundos.
///
/// Passam por aqui o vigia de vazamentos, a prova de vida e a aposentadoria das conexões. A faxina periódica do
/// HikariCP (`HouseKeeper`) compara o relógio da máquina consigo mesmo e despejaria todas as conexões se o tempo
/// pulasse, por isso roda no tempo real. Um pool fechado não encerra um agendador que recebeu pronto: quem o cria o fecha.
final class TempoSimulado extends ScheduledThreadPoolExecutor {

    private final List<Tarefa> tarefas = new ArrayList<>();
    private volatile long agora;

    TempoSimulado() {
        super(1, Thread.ofPlatform().daemon().name("faxina").factory());
    }

    /// Adianta o tempo e roda, na thread de quem chama e na ordem, o que vence no caminho.
    void avancar(Duration quanto) {
        long destino = agora + quanto.toNanos();
        for (var tarefa = proxima(destino); tarefa.isPresent(); tarefa = proxima(destino)) {
            agora = tarefa.get().vence;
            tarefa.get().rodar();
        }
        agora = destino;
    }

    private Optional<Tarefa> proxima(long destino) {
        synchronized (tarefas) {
            tarefas.removeIf(t -> t.isDone());
            return tarefas.stream().filter(t -> t.vence <= destino).min(Comparator.comparingLong(t -> t.vence));
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable acao, long daquiA, TimeUnit unidade) {
        return guardar(new Tarefa(acao, agora + unidade.toNanos(daquiA), 0));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable acao, long daquiA, long pausa, TimeUnit unidade) {
        if (acao.getClass().getSimpleName().equals("HouseKeeper")) {
            return super.scheduleWithFixedDelay(acao, daquiA, pausa, unidade);
        }
        return guardar(new Tarefa(acao, agora + unidade.toNanos(daquiA), unidade.toNanos(pausa)));
    }

    private Tarefa guardar(Tarefa tarefa) {
        synchronized (tarefas) {
            tarefas.add(tarefa);
        }
        return tarefa;
    }

    private static final class Tarefa implements ScheduledFuture<Object> {
        private final Runnable acao;
        private final long pausa;
        private long vence;
        private volatile boolean feita;
        private volatile boolean cancelada;

        Tarefa(Runnable acao, long vence, long pausa) {
            this.acao = acao;
            this.vence = vence;
            this.pausa = pausa;
        }

        void rodar() {
            feita = pausa == 0;
            vence += pausa;
            acao.run();
        }

        @Override
        public boolean cancel(boolean interromper) {
            cancelada = true;
            return true;
        }

        @Override
        public boolean isCancelled() {
            return cancelada;
        }

        @Override
        public boolean isDone() {
            return feita || cancelada;
        }

        @Override
        public Object get() {
            throw new UnsupportedOperationException("o HikariCP não espera pelas suas tarefas");
        }

        @Override
        public Object get(long prazo, TimeUnit unidade) throws TimeoutException {
            throw new UnsupportedOperationException("o HikariCP não espera pelas suas tarefas");
        }

        @Override
        public long getDelay(TimeUnit unidade) {
            return unidade.convert(vence, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed outra) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), outra.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
