package exercicios.aula01_threads;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import exercicios.aula01_threads.PortaoDeConcorrencia.Tarefa;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "01.3", prazoEmSegundos = 20)
@DisplayName("01.3 PortaoDeConcorrencia")
class PortaoDeConcorrenciaTest {

    private static final Duration FOLGADA = Duration.ofSeconds(20);
    private static final Duration CURTA = Duration.ofMillis(50);
    private static final String EMBRULHADA = "a falha entrou no future dentro de outra exceção";

    private final PortaoDeConcorrencia deUmaVaga = new PortaoDeConcorrencia(1);
    private final Recurso recurso = new Recurso();

    @AfterEach
    void soltarQuemFicou() {
        recurso.close();
    }

    @Test
    @Order(1)
    @DisplayName("com usos de sobra, chega ao limite")
    void alcancaOLimite_quandoHaUsosDeSobra() throws Exception {
        var portao = new PortaoDeConcorrencia(3);
        var encontro = new Encontro(3, Duration.ofSeconds(2));
        var clientes = IntStream.range(0, 9).mapToObj(_ -> new Cliente(() -> portao.passar(() -> {
            encontro.esperar();
            return "usei";
        }, FOLGADA))).toList();
        for (Cliente cliente : clientes) {
            cliente.resultado();
        }

        Mensagem.esperado("3 usos ao mesmo tempo num portão de 3 vagas")
                .visto("no máximo " + encontro.pico())
                .causaProvavel("o uso acontece com uma trava que só deixa um passar")
                .proximoPasso("conte vagas em vez de excluir: procure o que java.util.concurrent tem para isso")
                .exigir(encontro.pico() >= 3);
    }

    @Test
    @Order(2)
    @DisplayName("quando uma vaga abre, entra um só")
    void nuncaPassaDoLimite_quandoUmaVagaAbre() throws Exception {
        var fila = cincoQueEsperavam();
        // Quem acorda de um park ainda parece parado por um instante: espera-se também que o erro apareça.
        Espera.ate(() -> recurso.pico() > 1, Duration.ofMillis(300));

        umDentro(recurso.pico(), "depois que a vaga abriu para 5 que esperavam");
        Mensagem.esperado("a vaga que abriu é ocupada por quem esperava")
                .visto("ninguém entrou")
                .causaProvavel(fila.stream().allMatch(Cliente::acabou)
                        ? "quem não acha vaga desiste na hora, sem esperar" : "quem sai não avisa quem espera")
                .proximoPasso("quem espera fica à espera até " + FOLGADA.toSeconds() + " s, e quem sai devolve a vaga depois do uso")
                .exigir(recurso.entradas() >= 2);
        umDentro(PortaoIntercalado.pico(PortaoDeConcorrencia.class, FOLGADA), "com pausas sorteadas entre os passos do seu código");
    }

    @Test
    @Order(3)
    @DisplayName("devolve a vaga quando o uso falha")
    void devolveAVaga_quandoOUsoFalha() throws Exception {
        for (Throwable falha : List.of(new IOException("rede"), new IllegalStateException("estado"), new Error("grave"))) {
            aVagaVoltaDepoisDe(falha, "a vaga só volta quando o uso dá certo", "devolva a vaga em todos os caminhos de saída");
        }
    }

    @Test
    @Order(4)
    @DisplayName("quem desiste por tempo não usa o recurso nem cria vaga")
    void naoCriaVaga_quandoAEsperaVence() throws Exception {
        ocuparAVaga();
        for (int tentativa = 1; tentativa <= 3; tentativa++) {
            long inicio = System.nanoTime();
            semVaga("tentativa " + tentativa + " com a vaga ocupada");
            esperou(Duration.ofNanos(System.nanoTime() - inicio));
        }
        new PortaoDeConcorrencia(1).passar(() -> "usei outro", CURTA);
        semVaga("a vaga que outro portão tem não é deste");
    }

    @Test
    @Order(5)
    @DisplayName("quem é interrompido na espera não perde nem cria vaga")
    void mantemAsVagas_quandoQuemEsperaEInterrompido() throws Exception {
        Cliente dono = ocuparAVaga();
        var apressado = usarOUnico();
        Espera.ate(apressado::parado);
        apressado.interromper();
        Object visto = apressado.resultado();
        Mensagem.esperado("quem esperava sai com InterruptedException, sem usar o recurso")
                .visto(visto + ", " + recurso.entradas() + " entradas no recurso")
                .causaProvavel("a espera ignora a interrupção, ou a confunde com ter conseguido vaga")
                .proximoPasso("deixe a InterruptedException passar")
                .exigir(visto instanceof InterruptedException && recurso.entradas() == 1);

        semVaga("depois da interrupção, com a vaga ainda ocupada");
        recurso.soltarUm();
        dono.resultado();
        Object depois = Cliente.resultadoDe(() -> deUmaVaga.passar(() -> "usei", CURTA));
        Mensagem.esperado("a vaga volta quando o dono sai")
                .visto(depois)
                .causaProvavel("o interrompido levou a vaga consigo")
                .proximoPasso("só quem conseguiu vaga a devolve, e sempre")
                .exigir("usei".equals(depois));
    }

    @Test
    @Order(6)
    @DisplayName("prepara mil tarefas ao mesmo tempo")
    void preparaTodasAoMesmoTempo_quandoSaoMil() throws Exception {
        var encontro = new Encontro(1_000, Duration.ofSeconds(2));
        Tarefa<Integer> tarefa = tarefa(encontro::esperar, () -> 1);

        new PortaoDeConcorrencia(3).processar(Collections.nCopies(1_000, tarefa), FOLGADA);

        Mensagem.esperado("1000 tarefas em preparar ao mesmo tempo; o limite é só do usar")
                .visto("no máximo " + encontro.pico() + " ao mesmo tempo")
                .causaProvavel("o que foi limitado são as threads: quem só prepara também fica na fila")
                .proximoPasso("uma thread por tarefa; o portão fica em volta do usar, não da tarefa")
                .exigir(encontro.pico() == 1_000);
    }

    @Test
    @Order(7)
    @DisplayName("o uso de cada tarefa passa pelo portão")
    void passaOUsoPeloPortao_quandoNaoHaVaga() throws Exception {
        ocuparAVaga();
        var usos = new AtomicInteger();
        var futures = deUmaVaga.processar(List.of(tarefa(() -> {}, usos::incrementAndGet)), CURTA);

        var desfechos = futures.stream().map(Cliente::desfecho).toList();
        Mensagem.esperado("com a vaga ocupada, um future com TimeoutException e nenhum uso")
                .visto(desfechos + ", " + usos + " usos")
                .causaProvavel(desfechos.contains(Future.State.RUNNING)
                        ? "processar voltou antes de as tarefas acabarem"
                        : desfechos.stream().anyMatch(PortaoDeConcorrenciaTest::embrulhada) ? EMBRULHADA
                        : "processar chama usar sem passar pelo portão, ou com outras vagas")
                .proximoPasso("use passar dentro de processar, e só volte com todos os futures terminados")
                .exigir(usos.get() == 0 && desfechos.size() == 1
                        && desfechos.getFirst() instanceof TimeoutException);
    }

    @Test
    @Order(8)
    @DisplayName("entrega o resultado de cada tarefa, na ordem, com as falhas no lugar delas")
    void entregaCadaResultado_quandoAlgumasFalham() throws Exception {
        var falha = new IOException("sem rede");
        List<Tarefa<Object>> tarefas = IntStream.range(0, 6).mapToObj(i -> tarefa(() -> {
            if (i % 2 == 0) {
                throw falha;
            }
        }, () -> (Object) i)).toList();

        var visto = new PortaoDeConcorrencia(2).processar(tarefas, FOLGADA).stream()
                .map(Cliente::desfecho).toList();

        Mensagem.esperado(List.of(falha, 1, falha, 3, falha, 5))
                .visto(visto)
                .causaProvavel(visto.stream().anyMatch(PortaoDeConcorrenciaTest::embrulhada)
                        ? EMBRULHADA
                        : "a falha de uma tarefa derrubou as outras, ou os futures saíram de ordem ou inacabados")
                .proximoPasso("cada tarefa tem o seu future, com a falha como veio; devolva todos, na ordem das tarefas, depois que acabarem")
                .exigir(visto.equals(List.of(falha, 1, falha, 3, falha, 5)));
    }

    @Test
    @Order(9)
    @DisplayName("usa na thread de quem chama, e a espera não limita a duração do uso")
    void usaNaThreadDeQuemChama_porMaisQueOUsoDemore() {
        var threads = new ArrayList<Thread>();
        Object visto = Cliente.resultadoDe(() -> deUmaVaga.passar(() -> {
            threads.add(Thread.currentThread());
            Thread.sleep(CURTA.multipliedBy(3));
            return "usei";
        }, CURTA));

        boolean outra = !threads.equals(List.of(Thread.currentThread()));
        Mensagem.esperado("«usei», de um uso que dura o triplo da espera, na thread que chamou passar")
                .visto(visto + (outra ? ", em outra thread" : ""))
                .causaProvavel("o prazo está no uso, e não na espera pela vaga: um get() com prazo põe o uso em outra thread e o "
                        + "abandona pela metade")
                .proximoPasso("espere pela vaga com prazo; depois de obtê-la, chame uso.call() ali mesmo")
                .exigir("usei".equals(visto) && !outra);
    }

    @Test
    @Order(10)
    @DisplayName("processar também chega ao limite, com o uso na thread da tarefa")
    void alcancaOLimite_quandoProcessaMuitas() throws Exception {
        var encontro = new Encontro(3, Duration.ofSeconds(2));
        var preparou = new ThreadLocal<Boolean>();
        var saida = new UmDeCadaVez();
        var tarefa = tarefa(() -> {
            preparou.set(true);
            saida.sair();
        }, () -> {
            encontro.esperar();
            return preparou.get();
        });

        // Três usos para três vagas: ninguém espera, e esperar mal é assunto de continuaAEsperar.
        var visto = new PortaoDeConcorrencia(3).processar(Collections.nCopies(3, tarefa), FOLGADA).stream()
                .map(Cliente::desfecho).toList();

        Mensagem.esperado("3 usos ao mesmo tempo num portão de 3 vagas, cada um na thread em que a tarefa se preparou")
                .visto("no máximo " + encontro.pico() + " ao mesmo tempo; na thread da tarefa: " + visto)
                .causaProvavel("os usos são feitos em fila depois que todas se preparam, por uma thread que não é a da tarefa")
                .proximoPasso("preparar e usar são dois passos da mesma tarefa: faça os dois na thread dela")
                .exigir(encontro.pico() == 3 && visto.equals(Collections.nCopies(3, true)));
    }

    @Test
    @Order(11)
    @DisplayName("a espera conta só na fila da vaga, por mais que o preparo demore")
    void contaAEsperaSoNaVaga_quandoOPreparoDemora() throws Exception {
        VagaTardia visto = null;
        // A vaga abre assim que a tarefa a espera; se a máquina não deixou, repete-se com uma espera maior.
        for (Duration espera = Duration.ofMillis(300); visto == null || !visto.conclusivo(); espera = espera.multipliedBy(3)) {
            var portao = new PortaoDeConcorrencia(1);
            Duration prazo = espera;
            visto = VagaTardia.com(prazo, ocupado -> portao.passar(ocupado::usar, FOLGADA),
                    preparo -> portao.processar(List.of(tarefa(preparo, () -> "usei")), prazo));
        }

        Mensagem.esperado("[usei]: o preparo dura mais que a espera, e a vaga abre quando a tarefa pronta a pede")
                .visto(visto.desfechos())
                .causaProvavel("o prazo corre desde o começo da tarefa, e o preparo o gasta; ou a espera encolheu ao mudar de unidade")
                .proximoPasso("a espera vale para cada passagem pelo portão; a tarefa inteira não tem prazo")
                .exigir("[usei]".equals(visto.desfechos()));
    }

    @Test
    @Order(12)
    @DisplayName("termina o future também quando a tarefa lança um Error")
    void terminaOFuture_quandoATarefaLancaUmError() throws Exception {
        var aoPreparar = new Error("ao preparar");
        var aoUsar = new Error("ao usar");
        List<Tarefa<Object>> tarefas = List.of(tarefa(() -> Cliente.lancar(aoPreparar), () -> "usei"),
                tarefa(() -> {}, () -> Cliente.lancar(aoUsar)), tarefa(() -> {}, () -> "usei"));

        // Em outra thread: quem espera por um future que ninguém termina não volta.
        Object visto = new Cliente(() -> new PortaoDeConcorrencia(3).processar(tarefas, FOLGADA).stream()
                .map(Cliente::desfecho).toList()).resultado();
        Mensagem.esperado(List.of(aoPreparar, aoUsar, "usei"))
                .visto(visto)
                .causaProvavel(visto instanceof List<?> desfechos && desfechos.stream().anyMatch(PortaoDeConcorrenciaTest::embrulhada)
                        ? EMBRULHADA : "a thread da tarefa só apanha Exception: um Error a mata antes de ela terminar o future")
                .proximoPasso("termine o future em todas as saídas da tarefa: Error também é um Throwable")
                .exigir(visto.equals(List.of(aoPreparar, aoUsar, "usei")));
    }

    @Test
    @Order(13)
    @DisplayName("devolve a vaga quando a falha do uso parece a da espera")
    void devolveAVaga_quandoAFalhaDoUsoPareceADaEspera() throws Exception {
        for (Throwable falha : List.of(new InterruptedException("no uso"), new TimeoutException("do recurso"))) {
            aVagaVoltaDepoisDe(falha, "a exceção do uso foi tomada pela da espera: este tipo sai dos dois lugares",
                    "da linha em que a vaga é obtida em diante, toda saída a devolve, seja qual for a exceção");
        }
    }

    @Test
    @Order(14)
    @DisplayName("continua à espera quando acorda e a vaga já foi tomada")
    void continuaAEsperar_quandoAVagaJaFoiTomada() throws Exception {
        long desistiram = cincoQueEsperavam().stream().filter(Cliente::acabou).count();
        ninguemDesiste("uma vaga para 5 que esperavam: um entra e os outros 4 continuam à espera",
                desistiram + " foram embora sem usar, antes de vencerem os " + FOLGADA.toSeconds() + " s de espera", desistiram == 0);
        Object disputa = PortaoIntercalado.desfecho(PortaoDeConcorrencia.class, FOLGADA);
        ninguemDesiste("3 threads passam 3 vezes cada uma por um portão de 1 vaga, com pausas sorteadas entre os passos do seu código",
                "uma delas não passou: " + disputa, disputa.equals(PortaoIntercalado.ACABOU));
    }

    @Test
    @Order(15)
    @DisplayName("prepara cada tarefa numa thread virtual")
    void preparaEmThreadVirtual_emCadaTarefa() throws Exception {
        Set<Thread> dePlataforma = ConcurrentHashMap.newKeySet();
        Tarefa<Integer> tarefa = tarefa(() -> {
            if (!Thread.currentThread().isVirtual()) {
                dePlataforma.add(Thread.currentThread());
            }
        }, () -> 1);

        new PortaoDeConcorrencia(3).processar(Collections.nCopies(3, tarefa), FOLGADA);

        Mensagem.esperado("as 3 tarefas se preparam em threads virtuais")
                .visto("threads de plataforma que prepararam: " + dePlataforma.size())
                .causaProvavel(dePlataforma.contains(Thread.currentThread())
                        ? "quem prepara é a thread que chamou processar" : "as tarefas ganharam threads de plataforma")
                .proximoPasso("uma thread virtual por tarefa: são baratas justamente para quem passa a vida esperando")
                .exigir(dePlataforma.isEmpty());
    }

    @Test
    @Order(16)
    @DisplayName("entrega a falha do uso como veio")
    void entregaAFalhaComoVeio_quandoOUsoFalha() throws Exception {
        for (Throwable falha : List.of(new IOException("rede"), new IllegalStateException("estado"), new Error("grave"),
                new InterruptedException("no uso"), new TimeoutException("do recurso"))) {
            Object visto = new Cliente(() -> new PortaoDeConcorrencia(1).passar(() -> Cliente.lancar(falha), CURTA)).resultado();
            Mensagem.esperado("a falha do uso, sem embrulho: " + falha)
                    .visto(visto)
                    .causaProvavel(embrulhada(visto) ? "a falha foi posta dentro de outra exceção" : "a falha foi engolida ou trocada")
                    .proximoPasso("passar já declara Exception: deixe sair a que uso.call() lançou")
                    .exigir(visto == falha);
        }
    }

    /// Cada passagem numa thread sua: a marca de interrupção que uma deixe não chega à outra.
    private void aVagaVoltaDepoisDe(Throwable falha, String causa, String passo) throws InterruptedException {
        new Cliente(() -> deUmaVaga.passar(() -> Cliente.lancar(falha), CURTA)).resultado();
        Object depois = new Cliente(() -> deUmaVaga.passar(() -> "usei", CURTA)).resultado();
        Mensagem.esperado("«usei»: o uso anterior lançou " + falha + ", e a vaga voltou")
                .visto(depois)
                .causaProvavel(causa)
                .proximoPasso(passo)
                .exigir("usei".equals(depois));
    }

    private static void ninguemDesiste(String esperado, String visto, boolean condicao) {
        Mensagem.esperado(esperado)
                .visto(visto)
                .causaProvavel("quem acorda e acha a vaga tomada desiste, em vez de voltar a esperar pelo que falta do prazo; ou "
                        + "ninguém o acordou")
                .proximoPasso("a conferência fica num laço: só o prazo vencido autoriza a desistir, e quem sai avisa quem espera")
                .exigir(condicao);
    }

    private static boolean embrulhada(Object visto) {
        return visto instanceof Throwable falha && falha.getCause() != null;
    }

    /// Cinco à espera da vaga única, depois que ela abriu uma vez.
    private List<Cliente> cincoQueEsperavam() throws InterruptedException {
        var primeiro = ocuparAVaga();
        var fila = IntStream.range(0, 5).mapToObj(_ -> usarOUnico()).toList();
        Espera.ate(() -> fila.stream().allMatch(Cliente::parado));
        umDentro(recurso.pico(), "com a vaga ocupada e 5 esperando");
        recurso.soltarUm();
        primeiro.resultado();
        Espera.ate(() -> recurso.entradas() >= 2 || fila.stream().allMatch(Cliente::acabou));
        Espera.ate(() -> fila.stream().allMatch(Cliente::parado));
        return fila;
    }

    private Cliente usarOUnico() {
        return new Cliente(() -> deUmaVaga.passar(recurso::usar, FOLGADA));
    }

    private Cliente ocuparAVaga() {
        Cliente dono = usarOUnico();
        Espera.ate(() -> recurso.entradas() == 1 || dono.acabou());
        return dono;
    }

    private void umDentro(int pico, String quando) {
        Mensagem.esperado("1 uso por vez no portão de 1 vaga, " + quando)
                .visto("até " + pico + " usos ao mesmo tempo")
                .causaProvavel("quem esperava entrou sem conferir de novo se havia vaga, ou conferiu num passo e "
                        + "ocupou em outro")
                .proximoPasso("conferir e ocupar têm de ser um passo só")
                .exigir(pico <= 1);
    }

    private void semVaga(String quando) {
        var usou = new AtomicInteger();
        Object visto = Cliente.resultadoDe(() -> deUmaVaga.passar(usou::incrementAndGet, CURTA));
        Mensagem.esperado("TimeoutException, sem usar o recurso: " + quando)
                .visto(visto + (usou.get() > 0 ? ", e o recurso foi usado" : ""))
                .causaProvavel("o portão deixa passar sem vaga, ou alguém que desistiu devolveu uma vaga que não pegou")
                .proximoPasso("veja se a devolução só acontece depois de uma obtenção que deu certo")
                .exigir(visto instanceof TimeoutException && usou.get() == 0);
    }

    /// Só o limite de baixo se confere no relógio: a pressa da máquina faz a espera acabar tarde, nunca cedo.
    private static void esperou(Duration durou) {
        Mensagem.esperado("com a vaga ocupada, quem chega espera " + CURTA.toMillis() + " ms antes de desistir")
                .visto("desistiu em " + durou.toMillis() + " ms")
                .causaProvavel("a espera encolheu ao mudar de unidade: " + CURTA.toMillis() + " ms em segundos inteiros são 0")
                .proximoPasso("entregue a duração inteira a quem espera: toNanos() não perde nada")
                .exigir(durou.compareTo(CURTA.multipliedBy(9).dividedBy(10)) >= 0);
    }

    private static <T> Tarefa<T> tarefa(Preparo preparo, Callable<T> uso) {
        return new Falsa<>(preparo, uso);
    }

    private record Falsa<T>(Preparo preparo, Callable<T> uso) implements Tarefa<T> {
        @Override
        public void preparar() throws Exception {
            preparo.preparar();
        }

        @Override
        public T usar() throws Exception {
            return uso.call();
        }
    }
}
