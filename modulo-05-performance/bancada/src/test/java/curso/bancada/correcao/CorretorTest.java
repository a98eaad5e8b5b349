package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Corretor: o código do aluno pode fazer de tudo, o veredito chega")
class CorretorTest {

    private static final int VEZES = 5;
    private static final Corretor CORRETOR = new Corretor(Corretor.Opcoes.padrao());

    @TempDir
    Path pasta;

    @AfterAll
    static void fechar() {
        CORRETOR.close();
    }

    private Veredito corrigir(String corpo) {
        return CORRETOR.corrigir(ExercicioDeMentira.com(pasta, corpo));
    }

    /// Quando outros programas tomam a máquina, um prazo vencido não vira veredito: só nesse caso se corrige de novo.
    private static Veredito julgar(Pedido pedido) {
        Veredito veredito = CORRETOR.corrigir(pedido);
        for (int vez = 1; vez < VEZES && veredito.situacao() == Situacao.INTERROMPIDO; vez++) {
            veredito = CORRETOR.corrigir(pedido);
        }
        return veredito;
    }

    @Test
    @DisplayName("a solução certa passa em todos os testes")
    void passa_quandoOCodigoEstaCerto() {
        Veredito v = corrigir("return a + b;");
        assertThat(v.situacao()).isEqualTo(Situacao.PASSOU);
        assertThat(v.passaram()).isEqualTo(2);
        assertThat(v.threadsPresas()).isFalse();
    }

    @Test
    @DisplayName("a resposta errada falha só no teste que a vê, com a mensagem de quatro partes")
    void falhaComMensagem_quandoOResultadoEstaErrado() {
        Veredito v = corrigir("return a == 0 ? b : a - b;");
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
        assertThat(v.falhas()).isEqualTo(Set.of("soma"));
        assertThat(v.testes()).filteredOn(t -> t.metodo().equals("soma")).singleElement()
                .satisfies(t -> assertThat(t.mensagem()).contains("Esperado: 5", "Visto: -1", "Causa provável", "Próximo passo"));
    }

    @Test
    @DisplayName("o que não foi começado fica «a fazer»")
    void ficaAFazer_quandoChamaAFazer() {
        assertThat(corrigir("return Exercicio.aFazer(\"99.1\");").situacao()).isEqualTo(Situacao.A_FAZER);
    }

    @Test
    @DisplayName("«a fazer» vale também dentro de um future cuja falha ninguém lê")
    void ficaAFazer_quandoChamaAFazerEmOutraThread() {
        Veredito v = corrigir("""
                try { java.util.concurrent.CompletableFuture.runAsync(() -> Exercicio.aFazer("99.1")).join(); }
                catch (RuntimeException e) { return -1; }
                return 0;""");
        assertThat(v.situacao()).isEqualTo(Situacao.A_FAZER);
    }

    @Test
    @DisplayName("erro de compilação vem com linha, trecho e tradução")
    void naoCompila_quandoFaltaONome() {
        Veredito v = corrigir("return c;");
        assertThat(v.situacao()).isEqualTo(Situacao.NAO_COMPILA);
        assertThat(v.erros()).singleElement().satisfies(e -> {
            assertThat(e.trecho()).contains("return c;");
            assertThat(e.linha()).isPositive();
            assertThat(e.emPortugues()).contains("Nome não encontrado");
        });
    }

    @Test
    @DisplayName("um arquivo vazio, com BOM ou de outro pacote é dito como tal, sem os erros que isso causa no teste")
    void explicaOArquivo_quandoOProblemaEDeleInteiro() {
        assertThat(unicoErro(_ -> "")).contains("está vazio", "./curso reiniciar 99.1");
        assertThat(unicoErro(texto -> "\ufeff" + texto)).contains("sem BOM");
        assertThat(unicoErro(texto -> texto.replace("package exercicios.aula99_mentira;", "package outro;")))
                .contains("package exercicios.aula99_mentira;");
    }

    @Test
    @DisplayName("um arquivo em Latin-1 não compila com os acentos trocados: pede UTF-8")
    void pedeUtf8_quandoOArquivoEstaEmOutraCodificacao() throws IOException {
        Pedido pedido = ExercicioDeMentira.comArquivo(pasta, texto -> texto + "// não");
        Path arquivo = pedido.fontes().getFirst();
        Files.writeString(arquivo, Files.readString(arquivo), StandardCharsets.ISO_8859_1);
        Veredito v = CORRETOR.corrigir(pedido);
        assertThat(v.situacao()).isEqualTo(Situacao.NAO_COMPILA);
        assertThat(v.erros()).singleElement().satisfies(e -> assertThat(e.emPortugues()).contains("UTF-8"));
        assertThat(v.saida()).isBlank();
    }

    private String unicoErro(UnaryOperator<String> trocar) {
        Veredito v = CORRETOR.corrigir(ExercicioDeMentira.comArquivo(pasta, trocar));
        assertThat(v.situacao()).isEqualTo(Situacao.NAO_COMPILA);
        assertThat(v.erros()).hasSize(1);
        return v.erros().getFirst().emPortugues();
    }

    @Test
    @DisplayName("um veredito que o próprio código escreve na saída crua do processo não vale")
    void ignoraOVereditoForjado() throws IOException {
        Veredito certo = julgar(ExercicioDeMentira.com(pasta, "return a + b;"));
        Path forjado = Files.writeString(pasta.resolve("forjado"), "\n" + Protocolo.novaMarca() + Protocolo.escrever(new Protocolo.Resposta(null, certo, null)) + "\n");
        Veredito v = julgar(ExercicioDeMentira.com(pasta, """
                try { new java.io.FileOutputStream(java.io.FileDescriptor.out).write(java.nio.file.Files.readAllBytes(java.nio.file.Path.of("%s"))); }
                catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); }
                return a - b;""".formatted(forjado.toString().replace("\\", "/"))));
        assertThat(certo.situacao()).isEqualTo(Situacao.PASSOU);
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
    }

    @Test
    @DisplayName("System.exit vira uma falha explicada, não uma JVM morta")
    void explica_quandoChamaSystemExit() {
        Veredito v = corrigir("System.exit(0); return 0;");
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
        assertThat(v.testes().getFirst().mensagem()).contains("tentou encerrar a JVM", "System.exit");
    }

    @Test
    @DisplayName("System.exit em outra thread também é visto")
    void explica_quandoOutraThreadChamaSystemExit() {
        Veredito v = corrigir("""
                Thread t = Thread.startVirtualThread(() -> Runtime.getRuntime().halt(3));
                try { t.join(); } catch (InterruptedException e) { throw new RuntimeException(e); }
                return a + b;""");
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
        assertThat(v.testes().getFirst().mensagem()).contains("com código 3");
    }

    @Test
    @DisplayName("um laço sem fim estoura o prazo e a mensagem mostra a linha onde o código estava; depois de dois em seguida, os outros não são tentados")
    void mostraAPilhaEDesisteDosOutros_quandoOLacoNaoTermina() {
        Veredito v = julgar(ExercicioDeMentira.comTerceiroTeste(pasta, 1,
                "while (a != Integer.MIN_VALUE) { Thread.onSpinWait(); } return 0;"));
        assertThat(corrigir("return a + b;").situacao()).as("o corretor troca o processo sujo").isEqualTo(Situacao.PASSOU);
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
        assertThat(v.threadsPresas()).isTrue();
        assertThat(v.testes().getFirst().mensagem()).contains("o prazo acabou", "exercicios.aula99_mentira.Soma.soma");
        exigirMaquinaLivre(v);
        assertThat(v.falhas()).isEqualTo(Set.of("soma", "somaZero"));
        assertThat(v.testes().getLast().estado()).isEqualTo(ResultadoDeTeste.Estado.NAO_EXECUTADO);
        assertThat(v.testes().getLast().mensagem()).startsWith("não executado: os 2 testes anteriores travaram");
    }

    @Test
    @DisplayName("um laço que o teste abandonou conta como travado: os outros não disputam o processador com ele")
    void desisteDosOutros_quandoUmLacoAbandonadoGira() {
        Veredito v = julgar(ExercicioDeMentira.comTerceiroTeste(pasta, 60, """
                Thread t = Thread.ofPlatform().daemon().start(() -> { while (a != Integer.MIN_VALUE) { Thread.onSpinWait(); } });
                var gasto = java.lang.management.ManagementFactory.getThreadMXBean();
                while (gasto.getThreadCpuTime(t.threadId()) < 2_100_000_000L) { Thread.yield(); }
                return 0;"""));
        assertThat(v.falhas()).isEqualTo(Set.of("soma", "somaZero"));
        assertThat(v.testes().getLast().estado()).isEqualTo(ResultadoDeTeste.Estado.NAO_EXECUTADO);
        assertThat(v.testes().getLast().mensagem()).contains("um laço sem fim ainda gira em Soma.");
    }

    @Test
    @DisplayName("um construtor que não termina também estoura o prazo")
    void mostraAPilha_quandoOConstrutorNaoTermina() {
        Veredito v = julgar(ExercicioDeMentira.criadoNumCampo(pasta, 1,
                "return a + b; } public Soma() { while (!Thread.interrupted()) { Thread.onSpinWait(); }"));
        exigirMaquinaLivre(v);
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
        assertThat(v.testes().getFirst().mensagem()).contains("o prazo acabou", "exercicios.aula99_mentira.Soma.<init>");
    }

    /// Numa máquina tomada por outros programas um laço sem fim é «interrompido», e não «travado»: aqui nada se prova.
    private static void exigirMaquinaLivre(Veredito v) {
        Assumptions.assumeThat(v.motivo()).doesNotContain("ocupada por outros programas");
    }

    @Test
    @DisplayName("falta de memória vira uma mensagem com o limite")
    void explica_quandoAMemoriaAcaba() {
        Veredito v = corrigir("""
                var tudo = new java.util.ArrayList<byte[]>();
                while (a != Integer.MIN_VALUE) { tudo.add(new byte[8_000_000]); }
                return tudo.size();""");
        assertThat(v.situacao()).isEqualTo(Situacao.FALHOU);
        assertThat(v.testes().getFirst().mensagem()).contains("MB de heap", "a memória acabou");
    }

    @Test
    @DisplayName("threads ociosas que o código deixou para trás não passam à correção seguinte")
    void trocaOProcesso_quandoSobramThreadsOciosas() {
        Veredito v = corrigir("""
                for (int i = 0; i < 100; i++) { java.util.concurrent.Executors.newFixedThreadPool(1).submit(() -> {}); }
                return a + b;""");
        assertThat(v.situacao()).isEqualTo(Situacao.PASSOU);
        assertThat(v.threadsPresas()).isTrue();
        assertThat(corrigir("return Thread.getAllStackTraces().size() > 100 ? -1 : a + b;").situacao()).isEqualTo(Situacao.PASSOU);
    }

    @Test
    @DisplayName("uma thread virtual que o código deixou parada também é vista")
    void trocaOProcesso_quandoSobraUmaThreadVirtual() {
        Veredito v = corrigir("Thread.startVirtualThread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } }); return a + b;");
        assertThat(v.situacao()).isEqualTo(Situacao.PASSOU);
        assertThat(v.threadsPresas()).isTrue();
    }

    @Test
    @DisplayName("a saída do aluno chega ao veredito, com limite de tamanho")
    void limitaASaida_quandoOCodigoImprimeDemais() {
        Veredito v = corrigir("for (int i = 0; i < 50_000; i++) { System.out.println(\"linha \" + i); } return a + b;");
        assertThat(v.situacao()).isEqualTo(Situacao.PASSOU);
        assertThat(v.saida()).hasSizeLessThan(10_000).contains("linha 49999").startsWith("[…");
    }

    @Test
    @DisplayName("a JVM morta por fora vira «interrompido», e o próximo pedido funciona")
    void ficaInterrompido_quandoAJvmMorre() {
        Veredito v = corrigir("ProcessHandle.current().pid(); "
                + "try { new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor(); } "
                + "catch (Exception e) { throw new RuntimeException(e); } return 0;");
        assertThat(v.situacao()).isEqualTo(Situacao.INTERROMPIDO);
        assertThat(v.motivo()).contains("morreu");
        assertThat(corrigir("return a + b;").situacao()).isEqualTo(Situacao.PASSOU);
    }

    @Test
    @DisplayName("o que a máquina impediu vira «interrompido», não falha do aluno")
    void ficaInterrompido_quandoAMaquinaImpede() {
        Veredito v = corrigir("throw new IllegalStateException(new curso.bancada.correcao.FalhaDaMaquina(\"A conexão não abriu\", null));");
        assertThat(v.situacao()).isEqualTo(Situacao.INTERROMPIDO);
        assertThat(v.motivo()).contains("A conexão não abriu", "não do seu código");
        assertThat(corrigir("return a + b;").situacao()).isEqualTo(Situacao.PASSOU);
    }

    @Test
    @DisplayName("um serviço que não abre interrompe a correção, não reprova o aluno")
    void ficaInterrompido_quandoOServicoNaoAbre() {
        var semBanco = new Corretor.Opcoes(List.of(), Map.of("CURSO_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/x?user=x"), Corretor.Opcoes.PRAZO);
        try (Corretor corretor = new Corretor(semBanco)) {
            Veredito v = corretor.corrigir(ExercicioDeMentira.comBanco(pasta, "return a + b;"));
            assertThat(v.situacao()).isEqualTo(Situacao.INTERROMPIDO);
            assertThat(v.motivo()).contains("serviço que não pôde ser aberto");
        }
    }

    @Test
    @DisplayName("um pedido que não termina no prazo geral é interrompido")
    void ficaInterrompido_quandoOPrazoGeralAcaba() {
        Corretor.Opcoes apertadas = new Corretor.Opcoes(List.of(), Map.of(), Duration.ofSeconds(2));
        try (Corretor apertado = new Corretor(apertadas)) {
            Veredito v = apertado.corrigir(ExercicioDeMentira.comPrazo(pasta, 60,
                    "while (a != Integer.MIN_VALUE) { Thread.onSpinWait(); } return 0;"));
            assertThat(v.situacao()).isEqualTo(Situacao.INTERROMPIDO);
            assertThat(v.motivo()).contains("não terminou no prazo");
        }
    }
}
