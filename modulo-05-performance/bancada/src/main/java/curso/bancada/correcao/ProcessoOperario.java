package curso.bancada.correcao;

import curso.bancada.instrumentos.ThreadsVirtuais;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Um [Operario] vivo, visto de quem o criou: manda pedidos, lê respostas, nunca espera sem prazo.
final class ProcessoOperario implements AutoCloseable {

    private static final Duration TEMPO_PARA_SAIR = Duration.ofSeconds(3);
    private static final List<String> JVM = List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", ThreadsVirtuais.OPCAO);
    private static final String FIM = "";

    private final Process processo;
    private final String marca = Protocolo.novaMarca();
    private final Writer pedidos;
    private final BlockingQueue<String> respostas = new LinkedBlockingQueue<>();
    private final StringBuilder solto = new StringBuilder();

    private ProcessoOperario(Process processo) {
        this.processo = processo;
        this.pedidos = processo.outputWriter(StandardCharsets.UTF_8);
        apresentar();
        Thread.ofVirtual().name("leitor-do-operario").start(this::ler);
    }

    private void apresentar() {
        try {
            pedidos.write(marca + "\n");
            pedidos.flush();
        } catch (IOException e) {
            // Morreu ao nascer: o leitor vê o fim da saída, e o primeiro pedido diz por quê.
            guardarSolta("a JVM da correção não recebeu a marca: " + e.getMessage());
        }
    }

    /// O comando que sobe um operário com essas opções.
    static List<String> comando(Corretor.Opcoes opcoes) {
        List<String> comando = new ArrayList<>();
        comando.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        comando.addAll(JVM);
        comando.addAll(opcoes.jvm());
        comando.addAll(List.of("-cp", System.getProperty("java.class.path"), Operario.class.getName()));
        return comando;
    }

    static ProcessoOperario iniciar(Corretor.Opcoes opcoes) {
        ProcessBuilder construtor = new ProcessBuilder(comando(opcoes)).redirectErrorStream(true);
        construtor.environment().putAll(opcoes.ambiente());
        try {
            return new ProcessoOperario(construtor.start());
        } catch (IOException e) {
            throw new UncheckedIOException("não foi possível iniciar a JVM da correção: " + e.getMessage(), e);
        }
    }

    Veredito atender(Pedido pedido, Duration prazo, Consumer<ResultadoDeTeste> aoTerminarCada) {
        List<ResultadoDeTeste> ateAqui = new ArrayList<>();
        try {
            pedidos.write(Protocolo.escrever(pedido) + "\n");
            pedidos.flush();
            return esperar(pedido, prazo, ateAqui, aoTerminarCada);
        } catch (IOException e) {
            return morreu(pedido, ateAqui);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Veredito.interrompido(pedido.exercicio(), ateAqui, "a correção foi cancelada");
        }
    }

    private Veredito esperar(Pedido pedido, Duration prazo, List<ResultadoDeTeste> ateAqui,
            Consumer<ResultadoDeTeste> aoTerminarCada) throws InterruptedException {
        while (true) {
            String linha = respostas.poll(prazo.toMillis(), TimeUnit.MILLISECONDS);
            if (linha == null) {
                return Veredito.interrompido(pedido.exercicio(), ateAqui,
                        "a correção não terminou no prazo: em %d s nenhum teste acabou, e a JVM foi encerrada. Procure um laço sem fim ou uma espera sem prazo."
                                .formatted(prazo.toSeconds()));
            }
            if (linha.equals(FIM)) {
                return morreu(pedido, ateAqui);
            }
            Protocolo.Resposta resposta = Protocolo.ler(linha, Protocolo.Resposta.class);
            if (resposta.erro() != null) {
                return Veredito.interrompido(pedido.exercicio(), ateAqui, "a correção não pôde rodar: " + resposta.erro());
            }
            if (resposta.veredito() != null) {
                return resposta.veredito();
            }
            if (resposta.teste() != null) {
                ateAqui.add(resposta.teste());
                aoTerminarCada.accept(resposta.teste());
            }
        }
    }

    private Veredito morreu(Pedido pedido, List<ResultadoDeTeste> ateAqui) {
        String fim;
        synchronized (solto) {
            fim = solto.toString().strip();
        }
        return Veredito.interrompido(pedido.exercicio(), ateAqui,
                "a JVM da correção morreu no meio dos testes (falta de memória do sistema, encerramento de fora ou código que encerra a JVM)."
                        + (fim.isEmpty() ? "" : " Últimas linhas:\n" + fim));
    }

    private void ler() {
        try (BufferedReader linhas = processo.inputReader(StandardCharsets.UTF_8)) {
            for (String linha = linhas.readLine(); linha != null; linha = linhas.readLine()) {
                if (linha.startsWith(marca)) {
                    respostas.add(linha.substring(marca.length()));
                } else {
                    guardarSolta(linha);
                }
            }
        } catch (IOException e) {
            guardarSolta("a leitura da JVM da correção falhou: " + e.getMessage());
        } finally {
            respostas.add(FIM);
        }
    }

    private void guardarSolta(String linha) {
        synchronized (solto) {
            if (solto.length() < 4_000) {
                solto.append(linha).append('\n');
            }
        }
    }

    /// Fecha a entrada, dá tempo para os serviços fecharem e, se preciso, mata.
    @Override
    public void close() {
        try {
            pedidos.close();
        } catch (IOException e) {
            processo.destroy();
        }
        try {
            if (!processo.waitFor(TEMPO_PARA_SAIR.toMillis(), TimeUnit.MILLISECONDS)) {
                processo.destroyForcibly();
            }
        } catch (InterruptedException e) {
            processo.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
