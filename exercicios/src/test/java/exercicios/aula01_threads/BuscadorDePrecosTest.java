package exercicios.aula01_threads;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import exercicios.aula01_threads.BuscadorDePrecos.Fornecedor;
import exercicios.aula01_threads.BuscadorDePrecos.Oferta;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "01.1", prazoEmSegundos = 20)
@DisplayName("01.1 BuscadorDePrecos")
class BuscadorDePrecosTest {

    private static final Duration FOLGADO = Duration.ofMinutes(1);
    /// Numa máquina ocupada uma thread demora a começar: o teste repete com um prazo maior, até este, se ninguém respondeu a tempo.
    private static final Duration PRAZO_LONGO = Duration.ofSeconds(5);
    /// Tantos que a soma dos prazos passe muito da espera do teste, por mais ocupada que a máquina esteja.
    private static final int MUDOS = 200;

    private final BuscadorDePrecos buscador = new BuscadorDePrecos();

    @Test
    @Order(1)
    @DisplayName("devolve o menor preço, mesmo se ele chega por último")
    void devolveOMenorPreco_quandoTodosRespondem() throws Exception {
        var outros = new CountDownLatch(2);
        var saida = new UmDeCadaVez();
        Fornecedor caro = fornecedor("Caro", _ -> responder(saida, outros, 900));
        Fornecedor medio = fornecedor("Médio", _ -> responder(saida, outros, 500));
        Fornecedor barato = fornecedor("Barato", produto -> {
            outros.await(3, TimeUnit.SECONDS);
            saida.sair();
            return "café".equals(produto) ? 300 : 9_999;
        });

        var busca = new Cliente(() -> buscador.menorPreco("café", List.of(caro, medio, barato), FOLGADO));
        Object oferta = busca.resultado(Duration.ofSeconds(5));

        Mensagem.esperado("a menor oferta para «café», a de Barato: 300 centavos, assim que os três respondem")
                .visto(emPalavras(oferta))
                .causaProvavel(busca.acabou()
                        ? "a busca ficou com a primeira resposta, ou não repassou o produto ao fornecedor"
                        : "a busca espera o prazo inteiro, de " + FOLGADO.toSeconds() + " s, mesmo com todas as respostas na mão")
                .proximoPasso(busca.acabou()
                        ? "compare todas as ofertas que chegaram" : "espere pelas consultas; o prazo é só até quando")
                .exigir(oferta.equals(Optional.of(new Oferta("Barato", 300))));
    }

    @Test
    @Order(2)
    @DisplayName("ignora quem falha; se todos falham, devolve vazio")
    void ignoraQuemFalha_quandoOutrosRespondem() throws Exception {
        Fornecedor semRede = fornecedor("Sem rede", _ -> { throw new IOException("conexão recusada"); });
        Fornecedor comDefeito = fornecedor("Com defeito", _ -> { throw new IllegalStateException("estoque nulo"); });

        var comUmBom = buscador.menorPreco("chá", List.of(semRede, fornecedor("Bom", _ -> 700), comDefeito), FOLGADO);
        var soFalhas = buscador.menorPreco("chá", List.of(semRede, comDefeito), FOLGADO);

        Mensagem.esperado("a oferta de Bom, 700 centavos, com um fornecedor bom; vazio quando todos falham")
                .visto(emPalavras(comUmBom) + " e " + emPalavras(soFalhas))
                .causaProvavel("a falha de um fornecedor interfere no resultado dos outros")
                .proximoPasso("um Future guarda resultado ou falha: escolha só os que têm resultado")
                .exigir(comUmBom.equals(Optional.of(new Oferta("Bom", 700))) && soFalhas.isEmpty());
    }

    @Test
    @Order(3)
    @DisplayName("consulta todos os fornecedores ao mesmo tempo, sejam cem ou trezentos")
    void consultaTodosAoMesmoTempo_quandoSaoCem() throws Exception {
        // Um segundo tamanho: um conjunto de cem threads, escolhido pelo enunciado, atende cem e só cem.
        for (int quantos : List.of(100, 300)) {
            var encontro = new Encontro(quantos, Duration.ofSeconds(2));
            var saida = new UmDeCadaVez();
            List<Fornecedor> todos = varios(quantos, "Um de muitos", _ -> {
                encontro.esperar();
                saida.sair();
                return 100;
            });

            buscador.menorPreco("açúcar", todos, FOLGADO);

            Mensagem.esperado(quantos + " consultas em andamento ao mesmo tempo")
                    .visto("no máximo " + encontro.pico())
                    .causaProvavel(encontro.pico() == 1
                            ? "cada consulta só começa quando a anterior acaba"
                            : "as consultas disputam um conjunto de threads menor do que elas")
                    .proximoPasso("comece todas antes de esperar por qualquer uma, cada uma na sua thread")
                    .exigir(encontro.pico() == quantos);
        }
    }

    @Test
    @Order(4)
    @DisplayName("no prazo, responde com o que chegou")
    void respondeComOQueChegou_quandoUmNaoResponde() throws Exception {
        try (var mudo = new Bloqueio()) {
            Object oferta = null;
            boolean decidiu = false;
            for (Duration prazo = Duration.ofMillis(500); !decidiu && prazo.compareTo(PRAZO_LONGO) <= 0; prazo = prazo.multipliedBy(3)) {
                var instante = new Instante(prazo.dividedBy(2));
                var saida = new UmDeCadaVez();
                oferta = buscarEm(prazo, List.of(calados(1, mudo).getFirst(), fornecedor("Vivo", _ -> anotar(saida, instante, 450)),
                        fornecedor("Outro", _ -> anotar(saida, instante, 800))));
                // Quem não terminou, ou lançou, não melhora com um prazo maior.
                decidiu = !(oferta instanceof Optional) || oferta.equals(Optional.of(new Oferta("Vivo", 450)))
                        || instante.anotadosATempo() == 2;
            }

            Mensagem.esperado("a oferta de Vivo, 450 centavos: a menor das ofertas que chegaram no prazo")
                    .visto(emPalavras(oferta))
                    .causaProvavel("o fornecedor mudo gastou o prazo dos outros, ou as ofertas que chegaram se perderam")
                    .proximoPasso("vencido o prazo, olhe o que cada consulta já tem")
                    .exigir(oferta.equals(Optional.of(new Oferta("Vivo", 450))));
        }
    }

    @Test
    @Order(5)
    @DisplayName("o prazo é um só para a busca inteira")
    void usaUmPrazoSo_quandoNinguemResponde() throws Exception {
        try (var mudo = new Bloqueio()) {
            Object oferta = buscarEm(Duration.ofMillis(200), calados(MUDOS, mudo));

            Mensagem.esperado("vazio, assim que um prazo de 200 ms vence")
                    .visto(emPalavras(oferta))
                    .causaProvavel("cada consulta recebe o prazo inteiro, uma depois da outra: " + MUDOS + " vezes 200 ms")
                    .proximoPasso("calcule o instante final uma vez e espere só o que falta até ele")
                    .exigir(oferta.equals(Optional.empty()));
        }
    }

    @Test
    @Order(6)
    @DisplayName("vencido o prazo, interrompe quem ainda não respondeu")
    void interrompeOsAtrasados_quandoOPrazoVence() throws Exception {
        try (var mudo = new Bloqueio()) {
            for (Duration prazo = Duration.ofMillis(300); mudo.entraram() == 0 && prazo.compareTo(PRAZO_LONGO) <= 0; prazo = prazo.multipliedBy(3)) {
                buscarEm(prazo, calados(3, mudo));
            }
            Espera.ate(() -> mudo.interrompidos() == mudo.entraram());

            Mensagem.esperado("as consultas que não terminaram foram interrompidas")
                    .visto(mudo.interrompidos() + " de " + mudo.entraram() + " interrompidas")
                    .causaProvavel("a busca deixou de esperar, mas ninguém mandou as consultas pararem")
                    .proximoPasso("veja na teoria o que CompletableFuture.cancel e Future.cancel(true) fazem com a thread")
                    .exigir(mudo.entraram() > 0 && mudo.interrompidos() == mudo.entraram());
        }
    }

    @Test
    @Order(7)
    @DisplayName("se quem chamou é interrompido, a busca para e a interrupção chega até ele")
    void propagaAInterrupcao_quandoQuemChamouEInterrompido() throws Exception {
        try (var mudo = new Bloqueio()) {
            Object soube = buscarEInterromper(calados(1, mudo), mudo).resultado();

            Mensagem.esperado("a busca acaba e quem chamou sabe que foi interrompido")
                    .visto(soube.equals(false) ? "a busca acabou e a interrupção sumiu" : soube)
                    .causaProvavel("um catch de InterruptedException que segue em frente")
                    .proximoPasso("declare e deixe passar, ou chame Thread.currentThread().interrupt() antes de sair")
                    .exigir(soube.equals(true));
        }
    }

    @Test
    @Order(8)
    @DisplayName("não deixa threads para trás")
    void naoDeixaThreadsParaTras_quandoBuscaMuitasVezes() throws Exception {
        var sobras = buscarVinteVezes();
        // Seis de tolerância: um conjunto reaproveitado entre buscas não é vazamento.
        boolean acabaram = Espera.ate(() -> sobras.queTrabalharam().size() <= 6);

        Mensagem.esperado("depois de 20 buscas, nenhuma thread das consultas continua viva")
                .visto(Sobras.emPalavras(sobras.queTrabalharam()))
                .causaProvavel("cada busca cria um executor que ninguém fecha")
                .proximoPasso("abra o executor num try-with-resources")
                .exigir(acabaram);
    }

    @Test
    @Order(9)
    @DisplayName("não deixa para trás quem cuidava do prazo")
    void naoDeixaVigiaParaTras_quandoBuscaMuitasVezes() throws Exception {
        var sobras = buscarVinteVezes();
        boolean acabaram = Espera.ate(() -> sobras.queSoAjudaram().size() <= 6);

        Mensagem.esperado("depois de 20 buscas, as threads que não consultam ninguém também acabaram")
                .visto(Sobras.emPalavras(sobras.queSoAjudaram()))
                .causaProvavel("cada busca cria um alarme, ou uma thread que espera as outras, e ninguém o encerra")
                .proximoPasso("feche-o como o das consultas, ou dispense-o: há quem espere por todas com um prazo")
                .exigir(acabaram);
    }

    @Test
    @Order(10)
    @DisplayName("não perde a menor oferta quando as respostas chegam juntas")
    void naoPerdeAMenor_quandoAsRespostasChegamJuntas() throws Exception {
        var vistos = BuscadorIntercalado.menores(BuscadorDePrecos.class, List.of(800L, 300L, 500L, 100L, 700L, 200L, 400L, 600L));

        Mensagem.esperado("100 centavos em cada busca, com oito respostas no mesmo instante e pausas sorteadas entre os passos "
                        + "do seu código")
                .visto("as menores de cada busca, até a primeira errada: " + vistos)
                .causaProvavel("as consultas dividem uma variável ou uma lista: enquanto uma compara, outra guarda, e o que uma "
                        + "guardou a outra apaga")
                .proximoPasso("deixe cada consulta devolver a sua oferta e compare numa thread só, ou compare e guarde num passo só")
                .exigir(vistos.stream().allMatch(menor -> menor.equals(100L)));
    }

    @Test
    @Order(11)
    @DisplayName("não mistura as ofertas de duas buscas que correm juntas")
    void naoMisturaOfertas_quandoDuasBuscasCorremJuntas() throws Exception {
        try (var demora = new Bloqueio()) {
            var respondeu = new AtomicReference<Thread>();
            var primeira = new Cliente(() -> buscador.menorPreco("azeite", List.of(fornecedor("Rápido", _ -> {
                respondeu.set(Thread.currentThread());
                return 300;
            }), fornecedor("Lento", _ -> {
                demora.esperar();
                return 900;
            })), FOLGADO));
            // A oferta do Rápido já está onde o código a guarda: a thread que a trouxe parou.
            Espera.ate(() -> demora.entraram() == 1 && respondeu.get() != null && Cliente.parada(respondeu.get()) || primeira.acabou());
            Object segunda = new Cliente(() -> buscador.menorPreco("sal", List.of(fornecedor("Outro", _ -> 500)), FOLGADO)).resultado();
            demora.liberar();
            Object visto = primeira.resultado();

            Mensagem.esperado("300 centavos na primeira busca e 500 na outra, que começa e acaba durante ela")
                    .visto(emPalavras(visto) + " na primeira e " + emPalavras(segunda) + " na outra")
                    .causaProvavel(segunda instanceof Optional
                            ? "as ofertas ficam num campo, que é de todas as buscas do mesmo buscador"
                            : "uma busca só começa quando a outra acaba, por uma trava ou por um executor que as duas dividem")
                    .proximoPasso("guarde o que é de uma busca em variáveis do método")
                    .exigir(visto.equals(Optional.of(new Oferta("Rápido", 300))) && segunda.equals(Optional.of(new Oferta("Outro", 500))));
        }
    }

    @Test
    @Order(12)
    @DisplayName("espera o prazo inteiro por quem não responde")
    void esperaOPrazoInteiro_quandoUmNaoResponde() throws Exception {
        try (var mudo = new Bloqueio()) {
            Duration prazo = Duration.ofMillis(250);
            long inicio = System.nanoTime();
            Object oferta = buscarEm(prazo, List.of(calados(1, mudo).getFirst(), fornecedor("Vivo", _ -> 450)));
            var durou = Duration.ofNanos(System.nanoTime() - inicio);

            // Só o limite de baixo se confere no relógio: a pressa da máquina faz a busca acabar tarde, nunca cedo.
            Mensagem.esperado("com um fornecedor mudo, a busca espera o prazo inteiro: " + prazo.toMillis() + " ms")
                    .visto("respondeu em " + durou.toMillis() + " ms: " + emPalavras(oferta))
                    .causaProvavel("o prazo encolheu ao mudar de unidade (250 ms em segundos inteiros são 0), ou a busca ficou "
                            + "com a primeira resposta")
                    .proximoPasso("entregue a duração inteira a quem espera: toNanos() não perde nada")
                    .exigir(durou.compareTo(prazo.multipliedBy(9).dividedBy(10)) >= 0);
        }
    }

    @Test
    @Order(13)
    @DisplayName("se quem chamou é interrompido, interrompe as consultas")
    void interrompeAsConsultas_quandoQuemChamouEInterrompido() throws Exception {
        try (var mudo = new Bloqueio()) {
            buscarEInterromper(calados(1, mudo), mudo);

            boolean interrompida = Espera.ate(() -> mudo.interrompidos() == 1);
            Mensagem.esperado("a consulta em andamento também foi interrompida")
                    .visto(mudo.interrompidos() + " interrompidas")
                    .causaProvavel("a busca saiu pela exceção e deixou a consulta rodando")
                    .proximoPasso("cancele as consultas também nesse caminho")
                    .exigir(interrompida);
        }
    }

    @Test
    @Order(14)
    @DisplayName("interrompida, também não deixa threads para trás")
    void naoDeixaThreadsParaTras_quandoABuscaEInterrompida() throws Exception {
        var sobras = new Sobras();
        boolean acabou = true;
        for (int i = 0; i < 10 && acabou; i++) {
            // Solto depois de cada busca: a consulta que ninguém interrompeu acaba, e só sobra a thread que não tem quem a feche.
            try (var mudo = new Bloqueio()) {
                var comprador = buscarEInterromper(List.of(fornecedor("Mudo", _ -> {
                    sobras.ver();
                    mudo.esperar();
                    return 1;
                })), mudo);
                comprador.resultado();
                acabou = comprador.acabou();
            }
        }
        boolean acabaram = acabou && Espera.ate(() -> sobras.todas().size() <= 6, Duration.ofSeconds(1));

        Mensagem.esperado("depois de 10 buscas interrompidas, as threads que elas criaram acabaram")
                .visto(acabou ? Sobras.emPalavras(sobras.todas()) : "interrompida, a busca não acabou")
                .causaProvavel("o executor só é fechado quando a busca dá certo: a exceção pula a linha que o fecha")
                .proximoPasso("abra o executor num try-with-resources, que fecha em todas as saídas")
                .exigir(acabaram);
    }

    @Test
    @Order(15)
    @DisplayName("sem fornecedores, devolve vazio")
    void devolveVazio_quandoNaoHaFornecedores() {
        Object oferta = Cliente.resultadoDe(() -> buscador.menorPreco("mel", List.of(), FOLGADO));

        Mensagem.esperado("vazio, sem exceção, para uma lista sem fornecedores")
                .visto(emPalavras(oferta))
                .causaProvavel("algo no caminho não aceita zero: um conjunto de zero threads, ou o mínimo de uma lista vazia")
                .proximoPasso("siga a lista vazia pelo método, do começo ao fim")
                .exigir(oferta.equals(Optional.empty()));
    }

    /// Começa uma busca, interrompe quem a chamou quando a consulta espera, e devolve essa thread: ela diz se soube da interrupção.
    private Cliente buscarEInterromper(List<Fornecedor> fornecedores, Bloqueio mudo) {
        var comprador = new Cliente(() -> {
            try {
                buscador.menorPreco("mel", fornecedores, FOLGADO);
                return Thread.currentThread().isInterrupted();
            } catch (InterruptedException e) {
                return true;
            }
        });
        Espera.ate(() -> mudo.entraram() == 1 || comprador.acabou());
        comprador.interromper();
        return comprador;
    }

    private Sobras buscarVinteVezes() throws InterruptedException {
        var sobras = new Sobras();
        var saida = new UmDeCadaVez();
        var contados = varios(3, "Contado", _ -> {
            sobras.ver();
            saida.sair();
            return 100;
        });
        for (int i = 0; i < 20; i++) {
            buscador.menorPreco("sal", contados, FOLGADO);
        }
        return sobras;
    }

    private Object buscarEm(Duration prazo, List<Fornecedor> fornecedores) throws InterruptedException {
        return new Cliente(() -> buscador.menorPreco("mel", fornecedores, prazo)).resultado(prazo.plus(Cliente.FOLGA));
    }

    private static Object emPalavras(Object resultado) {
        return resultado instanceof Optional<?> oferta ? oferta.<Object>map(o -> o).orElse("vazio") : resultado;
    }

    private static long responder(UmDeCadaVez saida, CountDownLatch resposta, long centavos) {
        saida.sair();
        resposta.countDown();
        return centavos;
    }

    private static long anotar(UmDeCadaVez saida, Instante instante, long centavos) {
        saida.sair();
        return instante.anotar(centavos);
    }

    private static List<Fornecedor> calados(int quantos, Bloqueio bloqueio) {
        return varios(quantos, "Mudo", _ -> {
            bloqueio.esperar();
            return 1;
        });
    }

    /// Cada um com o seu nome: quem guarda as consultas por fornecedor não as confunde.
    private static List<Fornecedor> varios(int quantos, String nome, Consulta consulta) {
        return IntStream.rangeClosed(1, quantos).mapToObj(i -> fornecedor(nome + " " + i, consulta)).toList();
    }

    private static Fornecedor fornecedor(String nome, Consulta consulta) {
        return new Falso(nome, consulta);
    }

    private interface Consulta {
        long preco(String produto) throws Exception;
    }

    private record Falso(String nome, Consulta consulta) implements Fornecedor {
        @Override
        public long precoEmCentavos(String produto) throws Exception {
            return consulta.preco(produto);
        }
    }
}
