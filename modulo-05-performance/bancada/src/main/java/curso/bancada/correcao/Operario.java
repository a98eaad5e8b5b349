package curso.bancada.correcao;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// O processo que compila e roda o código do aluno: lê a marca das respostas, depois um [Pedido] por linha, e responde até o fim da
/// entrada.
///
/// É descartável de propósito: um laço sem fim ou uma falta de memória morre com ele, não com a linha de comando.
/// Quando quem o criou morre, ele termina: a entrada acaba ou, se o código do aluno não o deixa ler, é avisado da morte.
public final class Operario {

    private static final Duration PRAZO_DE_SAIDA = Duration.ofSeconds(5);

    private Operario() {}

    /// Roda até a entrada padrão acabar.
    public static void main(String[] args) throws IOException {
        ProcessHandle.current().parent().ifPresent(pai -> pai.onExit().thenRun(Operario::sairSemPai));
        PrintStream destino = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SaidaCapturada saida = SaidaCapturada.instalar();
        BufferedReader pedidos = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String marca = pedidos.readLine();
        Consumer<Protocolo.Resposta> resposta = r -> destino.println(marca + Protocolo.escrever(r));
        try (ExecutorDeTestes executor = new ExecutorDeTestes()) {
            resposta.accept(Protocolo.Resposta.PRONTO);
            for (String linha = pedidos.readLine(); linha != null; linha = pedidos.readLine()) {
                resposta.accept(atender(Protocolo.ler(linha, Pedido.class), executor, saida, resposta));
            }
        }
        // Threads que o aluno deixou vivas não podem segurar o processo; os ganchos de encerramento fecham os serviços.
        System.exit(0);
    }

    /// Um laço do aluno não ouve ninguém, e um gancho dele pode não acabar: o que não sai no prazo é cortado.
    private static void sairSemPai() {
        Thread.ofPlatform().daemon().start(() -> {
            LockSupport.parkNanos(PRAZO_DE_SAIDA.toNanos());
            Runtime.getRuntime().halt(1);
        });
        Thread.ofPlatform().start(() -> System.exit(1));
    }

    private static Protocolo.Resposta atender(Pedido pedido, ExecutorDeTestes executor, SaidaCapturada saida,
            Consumer<Protocolo.Resposta> resposta) {
        try {
            ServicosDaJvm.adiantar(pedido.fontes());
            Veredito veredito = executor.executar(pedido, saida,
                    teste -> resposta.accept(new Protocolo.Resposta(teste, null, null)));
            return new Protocolo.Resposta(null, veredito, null);
        } catch (Exception | LinkageError e) {
            return new Protocolo.Resposta(null, null, e.toString());
        }
    }
}
