package curso.bancada.correcao;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// O processo que compila e roda o código do aluno: lê a marca das respostas, depois um [Pedido] por linha, e responde até o fim da
/// entrada.
///
/// É descartável de propósito: um laço sem fim ou uma falta de memória morre com ele, não com a linha de comando.
/// Quando quem o criou morre, a entrada acaba e ele termina.
public final class Operario {

    private Operario() {}

    /// Roda até a entrada padrão acabar.
    public static void main(String[] args) throws IOException {
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
