package exercicios.aula01_threads;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/// Uma tarefa cujo preparo gasta mais que a espera, num portão de uma vaga que abre quando ela chega à fila.
///
/// @param desfechos  o que saiu de `processar`, em palavras
/// @param conclusivo falso se a vaga abriu tarde demais para o veredito: culpa da máquina, não do aluno
record VagaTardia(String desfechos, boolean conclusivo) {

    /// Com uma espera destas, o que se viu vale mesmo que a vaga tenha aberto tarde.
    private static final Duration ESPERA_LONGA = Duration.ofSeconds(2);

    /// Passa pelo portão com o recurso, que o segura lá dentro.
    @FunctionalInterface
    interface Dono {
        Object passar(Recurso ocupado) throws Exception;
    }

    /// Processa uma tarefa com este preparo.
    @FunctionalInterface
    interface Processo {
        List<? extends Future<?>> processar(Preparo preparo) throws Exception;
    }

    static VagaTardia com(Duration espera, Dono doPortao, Processo daTarefa) throws InterruptedException {
        var pronta = new AtomicReference<Thread>();
        try (var ocupado = new Recurso()) {
            var dono = new Cliente(() -> doPortao.passar(ocupado));
            Espera.ate(() -> ocupado.entradas() == 1 || dono.acabou());

            var processo = new Cliente(() -> daTarefa.processar(() -> {
                Thread.sleep(espera.plus(espera.dividedBy(2)));
                pronta.set(Thread.currentThread());
            }).stream().map(Cliente::desfecho).toList());
            Espera.ate(() -> pronta.get() != null || processo.acabou(), espera.multipliedBy(3));
            long desde = System.nanoTime();
            Espera.ate(() -> processo.acabou() || pronta.get() != null && Cliente.parada(pronta.get()), espera);
            ocupado.soltarUm();
            boolean aTempo = System.nanoTime() - desde < espera.dividedBy(2).toNanos();

            String desfechos = String.valueOf(processo.resultado(espera.plus(Cliente.FOLGA)));
            dono.resultado();
            return new VagaTardia(desfechos, aTempo || desfechos.equals("[usei]") || espera.compareTo(ESPERA_LONGA) >= 0);
        }
    }
}
