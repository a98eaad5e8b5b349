package exercicios.aula01_threads;

import curso.bancada.correcao.Intercalacao;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// O portão do aluno com pausas sorteadas entre um acesso e outro: quem confere num passo e ocupa em outro aparece.
///
/// A janela de uma corrida é de nanossegundos: soltar duas threads juntas e torcer dependia da máquina. Com as pausas ela
/// é de décimos de milissegundo, em qualquer máquina.
final class PortaoIntercalado {

    static final String ACABOU = "acabou";

    /// Um portão que confere num passo e ocupa em outro erra em metade das rodadas, ou mais.
    private static final int RODADAS = 40;
    /// Quem acorda e desiste cai em nove de cada dez rodadas.
    private static final int RODADAS_DE_ESPERA = 10;
    private static final int THREADS = 3;
    private static final int PASSAGENS = 3;
    private static final Duration LIMITE = Duration.ofSeconds(10);

    private final Object portao;

    private PortaoIntercalado(Class<?> copia) throws ReflectiveOperationException {
        portao = copia.getConstructor(int.class).newInstance(1);
    }

    private Object passar(Callable<?> uso, Duration espera) throws Exception {
        try {
            return portao.getClass().getMethod("passar", Callable.class, Duration.class).invoke(portao, uso, espera);
        } catch (InvocationTargetException e) {
            return Cliente.lancar(e.getCause());
        }
    }

    /// Quantos usos chegaram a estar juntos, no máximo, em portões de uma vaga disputados por três threads.
    static int pico(Class<?> doAluno, Duration espera) throws Exception {
        var dentro = new AtomicInteger();
        var pico = new AtomicInteger();
        Callable<Object> uso = () -> {
            pico.accumulateAndGet(dentro.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            return dentro.decrementAndGet();
        };
        Class<?> copia = Intercalacao.copia(doAluno);
        for (int rodada = 0; rodada < RODADAS && pico.get() < 2; rodada++) {
            disputar(copia, uso, espera);
        }
        return pico.get();
    }

    /// O primeiro desfecho que não foi [#ACABOU] nas mesmas disputas; se não houve, [#ACABOU].
    static Object desfecho(Class<?> doAluno, Duration espera) throws Exception {
        Class<?> copia = Intercalacao.copia(doAluno);
        Object visto = ACABOU;
        for (int rodada = 0; rodada < RODADAS_DE_ESPERA && visto.equals(ACABOU); rodada++) {
            visto = disputar(copia, () -> "usei", espera).stream().filter(outro -> !outro.equals(ACABOU)).findFirst().orElse(ACABOU);
        }
        return visto;
    }

    private static List<Object> disputar(Class<?> copia, Callable<?> uso, Duration espera) throws Exception {
        var portao = new PortaoIntercalado(copia);
        List<Cliente> clientes = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            clientes.add(new Cliente(() -> passarVariasVezes(portao, uso, espera)));
        }
        List<Object> desfechos = new ArrayList<>();
        for (Cliente cliente : clientes) {
            desfechos.add(cliente.resultado(LIMITE));
            if (!cliente.acabou()) {
                break;
            }
        }
        return desfechos;
    }

    private static Object passarVariasVezes(PortaoIntercalado portao, Callable<?> uso, Duration espera) throws Exception {
        for (int vez = 0; vez < PASSAGENS; vez++) {
            portao.passar(uso, espera);
        }
        return ACABOU;
    }
}
