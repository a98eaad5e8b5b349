package exercicios.aula01_threads;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "01.2", prazoEmSegundos = 20)
@DisplayName("01.2 SomadorDePrimos")
class SomadorDePrimosTest {

    private static final int NUCLEOS = 4;
    /// Divide-se por igual em 4, 8, 16 ou 32 fatias: nenhuma thread acaba antes e para o compasso.
    private static final long JUNTAS = 960;

    private final SomadorDePrimos somador = new SomadorDePrimos(NUCLEOS);
    private final Set<Thread> usadas = ConcurrentHashMap.newKeySet();

    @Test
    @Order(1)
    @DisplayName("soma os primos do intervalo, com os dois extremos")
    void somaOsPrimos_quandoHaUmNucleoSo() throws Exception {
        var sozinho = new SomadorDePrimos(1);
        assertThat(sozinho.somar(1, 100, SomadorDePrimos::primoOuZero)).as("primos de 1 a 100").isEqualTo(1_060);
        assertThat(sozinho.somar(1, 2_000, SomadorDePrimos::primoOuZero)).as("de 1 a 2.000").isEqualTo(277_050);
        assertThat(sozinho.somar(7, 11, SomadorDePrimos::primoOuZero)).as("de 7 a 11").isEqualTo(18);
        assertThat(sozinho.somar(8, 7, SomadorDePrimos::primoOuZero)).as("intervalo vazio").isZero();
    }

    @Test
    @Order(2)
    @DisplayName("avalia cada número exatamente uma vez, mesmo se a divisão tem resto")
    void avaliaCadaNumeroUmaVez_quandoADivisaoTemResto() throws Exception {
        cadaNumeroUmaVez(1, 103);
        cadaNumeroUmaVez(5, 7);
        cadaNumeroUmaVez(10, 10);
        cadaNumeroUmaVez(3, 2);
    }

    @Test
    @Order(3)
    @DisplayName("põe todos os núcleos para trabalhar ao mesmo tempo")
    void usaTodosOsNucleos_quandoHaTrabalhoParaTodos() throws Exception {
        var encontro = new Encontro(NUCLEOS, Duration.ofSeconds(2));

        somador.somar(1, 400, emFila(numero -> {
            esperar(encontro);
            return numero;
        }));

        Mensagem.esperado(NUCLEOS + " números em avaliação ao mesmo tempo")
                .visto("no máximo " + encontro.pico())
                .causaProvavel("uma thread faz tudo, ou o conjunto de threads é menor que o número de núcleos pedido")
                .proximoPasso("divida o intervalo em fatias e comece todas antes de esperar por uma")
                .exigir(encontro.pico() >= NUCLEOS);
    }

    @Test
    @Order(4)
    @DisplayName("faz conta em threads de plataforma")
    void usaThreadsDePlataforma_quandoOTrabalhoEConta() throws Exception {
        somador.somar(1, 400, emFila(this::anotar));

        long virtuais = usadas.stream().filter(Thread::isVirtual).count();
        Mensagem.esperado("nenhuma conta em thread virtual")
                .visto(virtuais + " threads virtuais fizeram conta")
                .causaProvavel("thread virtual é barata de esperar, não rápida de calcular: enquanto calcula, ocupa a "
                        + "thread de plataforma que a carrega e atrasa as outras virtuais do processo")
                .proximoPasso("use um conjunto de threads de plataforma do tamanho dos núcleos")
                .exigir(virtuais == 0);
    }

    @Test
    @Order(5)
    @DisplayName("não usa mais threads do que núcleos, por maior que seja o intervalo")
    void naoUsaMaisThreadsQueNucleos_quandoHaMuitosNumeros() throws Exception {
        somador.somar(1, 400, emFila(this::anotar));

        // Uma a mais é assunto de naoUsaNemUmaThreadAMais.
        Mensagem.esperado("no máximo " + NUCLEOS + " threads para 400 números")
                .visto(usadas.size() + " threads")
                .causaProvavel("cada número, ou cada fatia pequena, ganhou uma thread")
                .proximoPasso("o número de threads sai dos núcleos, não do tamanho do intervalo")
                .exigir(usadas.size() <= NUCLEOS + 1);
    }

    @Test
    @Order(6)
    @DisplayName("não perde parcelas quando as threads se encontram")
    void naoPerdeParcelas_quandoAsThreadsSeEncontram() throws Exception {
        var compasso = new Compasso(NUCLEOS);
        // Todas leem antes de o compasso as soltar, e saem uma de cada vez. Quem guarda a parcela antes de somar, ou só junta
        // as fatias, escapa daqui: é o assunto de naoPerdeFatias, com as pausas entre os passos.
        long soma = somador.somar(1, JUNTAS, emFila(numero -> {
            compasso.esperar();
            return numero;
        }));

        Mensagem.esperado("a soma de 1 a " + JUNTAS + ": " + JUNTAS * (JUNTAS + 1) / 2)
                .visto(soma)
                .causaProvavel("threads somam na mesma variável: uma lê, outra lê o mesmo valor, e a segunda escrita "
                        + "apaga a primeira")
                .proximoPasso("dê a cada fatia a sua soma e junte as somas no fim")
                .exigir(soma == JUNTAS * (JUNTAS + 1) / 2);
    }

    @Test
    @Order(7)
    @DisplayName("a falha de uma parcela chega a quem chamou")
    void propagaAFalha_quandoUmaParcelaLanca() {
        var defeito = new IllegalStateException("não sei avaliar 37");
        Object visto = Cliente.resultadoDe(() -> somador.somar(1, 100, emFila(numero -> {
            if (numero == 37) {
                throw defeito;
            }
            return numero;
        })));

        Mensagem.esperado("a exceção «não sei avaliar 37», ela mesma ou como causa")
                .visto(visto instanceof Long ? "a soma parcial " + visto : visto)
                .causaProvavel("ninguém chamou get() no future da fatia que falhou, e a falha morreu com ele")
                .proximoPasso("guarde todos os futures e chame get() em cada um")
                .exigir(visto instanceof Throwable falha && temCausa(falha, defeito));
    }

    @Test
    @Order(8)
    @DisplayName("não deixa threads para trás")
    void naoDeixaThreadsParaTras_quandoSomaMuitasVezes() throws Exception {
        var sobras = somarDezVezes();
        // O dobro de tolerância: um conjunto reaproveitado entre somas não é vazamento.
        boolean acabaram = Espera.ate(() -> sobras.queTrabalharam().size() <= 2 * NUCLEOS);
        Mensagem.esperado("depois de 10 somas, as threads que fizeram as contas acabaram")
                .visto(Sobras.emPalavras(sobras.queTrabalharam()))
                .causaProvavel("cada soma cria um executor que ninguém fecha")
                .proximoPasso("abra o executor num try-with-resources")
                .exigir(acabaram);
    }

    @Test
    @Order(9)
    @DisplayName("usa tantas threads quantos os núcleos pedidos, sejam quantos forem")
    void usaOsNucleosPedidos_sejamQuantosForem() throws Exception {
        for (int nucleos : new int[] {1, 3, 6}) {
            usadas.clear();
            var encontro = new Encontro(nucleos, Duration.ofSeconds(2));
            new SomadorDePrimos(nucleos).somar(1, 480, emFila(numero -> {
                esperar(encontro);
                return anotar(numero);
            }));

            // Uma a mais é assunto de naoUsaNemUmaThreadAMais.
            Mensagem.esperado(nucleos + " threads em conta ao mesmo tempo, num somador de " + nucleos)
                    .visto("até " + encontro.pico() + " ao mesmo tempo, " + usadas.size() + " threads no total")
                    .causaProvavel("o número de threads é fixo, é o dos núcleos da máquina ou é o do conjunto comum da JVM")
                    .proximoPasso("use o número que o construtor recebeu")
                    .exigir(encontro.pico() >= nucleos && usadas.size() <= nucleos + 1);
        }
    }

    @Test
    @Order(10)
    @DisplayName("avalia números que não cabem em int")
    void avaliaNumerosGrandes_quandoNaoCabemEmInt() throws Exception {
        // 32 números dividem-se por igual em 4, 8, 16 ou 32 fatias: aqui o resto não atrapalha.
        long primeiro = 3_000_000_001L;
        Set<Long> avaliados = new ConcurrentSkipListSet<>();
        // A soma é assunto dos outros testes: aqui só importa que números foram avaliados.
        Object visto = Cliente.resultadoDe(() -> somador.somar(primeiro, primeiro + 31, numero -> {
            avaliados.add(numero);
            return 0;
        }));

        Mensagem.esperado("32 números avaliados, de " + primeiro + " a " + (primeiro + 31))
                .visto(avaliados.isEmpty() ? "nenhum, e o resultado foi " + visto : avaliados.size() + ", a partir de " + avaliados.iterator().next())
                .causaProvavel("os números passaram por um int, que só vai até 2.147.483.647")
                .proximoPasso("procure por (int) e IntStream; o intervalo é de long")
                .exigir(avaliados.size() == 32 && avaliados.contains(primeiro));
    }

    @Test
    @Order(11)
    @DisplayName("não perde a soma de uma fatia quando elas se juntam")
    void naoPerdeFatias_quandoAsSomasSeJuntam() throws Exception {
        var vistas = SomadorIntercalado.somas(SomadorDePrimos.class, NUCLEOS, 64);

        Mensagem.esperado("a soma de 1 a 64, 2080, com pausas sorteadas entre os passos do seu código")
                .visto("as somas, até a primeira errada: " + vistas)
                .causaProvavel("o total é de todas as threads: uma lê, outra lê o mesmo valor, e a segunda escrita apaga a "
                        + "primeira; numa lista comum, uma ocupa o lugar da outra")
                .proximoPasso("devolva a soma de cada fatia e junte todas na thread que chamou")
                .exigir(vistas.stream().allMatch(soma -> soma.equals(2_080L)));
    }

    @Test
    @Order(12)
    @DisplayName("a falha de uma parcela chega a quem chamou também quando é um Error")
    void propagaAFalha_quandoEUmError() {
        var defeito = new StackOverflowError("não sei parar em 37");
        Object visto = Cliente.resultadoDe(() -> somador.somar(1, 100, emFila(numero -> {
            if (numero == 37) {
                throw defeito;
            }
            return numero;
        })));

        Mensagem.esperado("o erro «não sei parar em 37», ele mesmo ou como causa")
                .visto(visto instanceof Long ? "a soma parcial " + visto : visto)
                .causaProvavel("a falha é guardada por um catch de Exception, e um Error não é Exception: a thread morreu sem avisar")
                .proximoPasso("guarde Throwable, ou deixe que o Future o guarde por você")
                .exigir(visto instanceof Throwable falha && temCausa(falha, defeito));
    }

    @Test
    @Order(13)
    @DisplayName("não mistura duas somas que correm juntas")
    void naoMisturaSomas_quandoDuasCorremJuntas() throws Exception {
        try (var parcela = new SomaPresa()) {
            var primeira = new Cliente(() -> somador.somar(1, 32, parcela::de));
            Espera.ate(() -> parcela.presa() || primeira.acabou());
            var segunda = new Cliente(() -> somador.somar(101, 132, emFila(numero -> numero)));
            // Quem põe as somas em fila não as mistura: a segunda acaba depois da primeira.
            Espera.ate(segunda::acabou);
            parcela.soltar();
            Object visto = primeira.resultado();
            Object daSegunda = segunda.resultado();

            Mensagem.esperado("1001 numa soma em que só contam o 1 e o 32, que vale 1000; e 3728, a de 101 a 132, na que corria ao mesmo tempo")
                    .visto(visto + " e " + daSegunda)
                    .causaProvavel("o total fica num campo, que é de todas as somas: uma o apaga, ao começar ou ao acabar, e cada uma soma no da outra")
                    .proximoPasso("guarde o que é de uma soma em variáveis do método")
                    .exigir(visto.equals(SomaPresa.TOTAL) && daSegunda.equals(3_728L));
        }
    }

    @Test
    @Order(14)
    @DisplayName("não deixa para trás quem só ajudava")
    void naoDeixaAjudantesParaTras_quandoSomaMuitasVezes() throws Exception {
        var sobras = somarDezVezes();
        boolean acabaram = Espera.ate(() -> sobras.queSoAjudaram().size() <= 2 * NUCLEOS);
        Mensagem.esperado("depois de 10 somas, as threads que não fazem conta também acabaram")
                .visto(Sobras.emPalavras(sobras.queSoAjudaram()))
                .causaProvavel("cada soma cria uma thread que junta as parcelas, ou espera as outras, e ninguém a manda parar")
                .proximoPasso("a thread que você mesmo criou precisa de um fim; ou dispense-a: quem chama pode juntar as somas")
                .exigir(acabaram);
    }

    @Test
    @Order(15)
    @DisplayName("não deixa threads para trás também quando uma parcela falha")
    void naoDeixaThreadsParaTras_quandoASomaFalha() {
        var sobras = new Sobras();
        for (int i = 0; i < 10; i++) {
            Cliente.resultadoDe(() -> new SomadorDePrimos(NUCLEOS).somar(1, 40, emFila(numero -> {
                sobras.ver();
                if (numero == 37) {
                    throw new IllegalStateException("não sei avaliar 37");
                }
                return numero;
            })));
        }

        boolean acabaram = Espera.ate(() -> sobras.todas().size() <= 2 * NUCLEOS, Duration.ofSeconds(1));
        Mensagem.esperado("depois de 10 somas que falham, as threads que elas criaram acabaram")
                .visto(Sobras.emPalavras(sobras.todas()))
                .causaProvavel("o executor só é fechado quando a soma dá certo: a exceção pula a linha que o fecha")
                .proximoPasso("abra o executor num try-with-resources, que fecha em todas as saídas")
                .exigir(acabaram);
    }

    @Test
    @Order(16)
    @DisplayName("não usa nem uma thread a mais do que núcleos, contando a que chama se ela faz conta")
    void naoUsaNemUmaThreadAMais_quandoQuemChamaAjuda() throws Exception {
        somador.somar(1, 400, emFila(this::anotar));

        boolean quemChama = usadas.contains(Thread.currentThread());
        Mensagem.esperado(NUCLEOS + " threads fazem conta num somador de " + NUCLEOS + "; a que só espera não entra nesta lista")
                .visto(usadas.size() + " threads fizeram conta" + (quemChama ? ", uma delas a que chamou" : ""))
                .causaProvavel(quemChama && usadas.size() == NUCLEOS + 1
                        ? "há uma thread por núcleo e a que chama também faz conta: são uma a mais"
                        : "o número de threads não é o dos núcleos")
                .proximoPasso("crie uma thread por núcleo e só espere por elas; ou crie uma a menos, e ajude")
                .exigir(usadas.size() <= NUCLEOS);
    }

    private static Sobras somarDezVezes() throws Exception {
        var sobras = new Sobras();
        for (int i = 0; i < 10; i++) {
            new SomadorDePrimos(NUCLEOS).somar(1, 40, emFila(numero -> {
                sobras.ver();
                return numero;
            }));
        }
        return sobras;
    }

    private void cadaNumeroUmaVez(long de, long ate) throws Exception {
        Map<Long, Integer> vezes = new ConcurrentSkipListMap<>();
        somador.somar(de, ate, emFila(numero -> {
            vezes.merge(numero, 1, Integer::sum);
            return numero;
        }));

        var erradas = new TreeMap<>(vezes);
        LongStream.rangeClosed(de, ate).forEach(numero -> erradas.merge(numero, -1, Integer::sum));
        erradas.values().removeIf(diferenca -> diferenca == 0);
        Mensagem.esperado("cada número de " + de + " a " + ate + " avaliado uma vez, em " + NUCLEOS + " fatias")
                .visto("número e vezes a mais (ou a menos): " + erradas)
                .causaProvavel("a divisão inteira do intervalo pelas threads tem resto, ou um extremo ficou de fora")
                .proximoPasso("confira o primeiro e o último número de cada fatia")
                .exigir(erradas.isEmpty());
    }

    /// Duas fatias que acabam juntas disputam o que o código do aluno divide entre elas: só os testes que tratam disso o deixam ao acaso.
    private static SomadorDePrimos.Parcela emFila(SomadorDePrimos.Parcela parcela) {
        var saida = new UmDeCadaVez();
        return numero -> {
            saida.voltar();
            try {
                return parcela.de(numero);
            } finally {
                saida.sair();
            }
        };
    }

    private long anotar(long numero) {
        usadas.add(Thread.currentThread());
        return numero;
    }

    private static void esperar(Encontro encontro) {
        try {
            encontro.esperar();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean temCausa(Throwable falha, Throwable procurada) {
        for (Throwable t = falha; t != null; t = t.getCause()) {
            if (t == procurada) {
                return true;
            }
        }
        return false;
    }
}
