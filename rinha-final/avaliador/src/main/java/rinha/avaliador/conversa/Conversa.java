package rinha.avaliador.conversa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.time.Duration;
import rinha.carga.Alvo;
import rinha.carga.Texto;
import rinha.carga.TipoDeErro;

/// Fala com o alvo, uma conexão por pedido, como cada usuário da simulação oficial.
///
/// Nunca repete um pedido, nunca segue um redirecionamento, nunca espera além do prazo, e nunca guarda
/// mais de [#MAXIMO] bytes de uma resposta.
public final class Conversa {

    static final int MAXIMO = 256 << 10;

    private final Alvo alvo;
    private final Duration prazo;

    public Conversa(Alvo alvo, Duration prazo) {
        this.alvo = alvo;
        this.prazo = prazo;
    }

    /// O valor do cabeçalho `Host`: o endereço como foi dado.
    public String host() {
        return alvo.cabecalho();
    }

    public String emPalavras(Mensagem mensagem) {
        return mensagem.emPalavras(host());
    }

    public Troca pedir(Mensagem mensagem) {
        try (Ligacao ligacao = Ligacao.abrir(alvo, prazo)) {
            return new Troca(emPalavras(mensagem), ligacao.trocar(mensagem.bytes(host())));
        } catch (IOException e) {
            return new Troca(emPalavras(mensagem), semConexao(e));
        }
    }

    /// Manda todas ao mesmo tempo: nenhuma sai antes que todas as conexões estejam abertas.
    public List<Troca> juntas(List<Mensagem> mensagens) throws InterruptedException {
        CountDownLatch abertas = new CountDownLatch(mensagens.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Troca>> futuros = new ArrayList<>();
            mensagens.forEach(m -> futuros.add(threads.submit(() -> naMesmaLargada(m, abertas))));
            List<Troca> trocas = new ArrayList<>();
            for (Future<Troca> futuro : futuros) {
                trocas.add(futuro.get());
            }
            return trocas;
        } catch (ExecutionException e) {
            throw new IllegalStateException("defeito do avaliador, não do alvo: " + e.getCause(), e.getCause());
        }
    }

    private Troca naMesmaLargada(Mensagem mensagem, CountDownLatch abertas) throws InterruptedException {
        Ligacao aberta;
        try {
            aberta = Ligacao.abrir(alvo, prazo);
        } catch (IOException e) {
            return new Troca(emPalavras(mensagem), semConexao(e));
        } finally {
            abertas.countDown();
        }
        try (Ligacao ligacao = aberta) {
            abertas.await();
            return new Troca(emPalavras(mensagem), ligacao.trocar(mensagem.bytes(host())));
        }
    }

    /// Abre uma ligação em que quem chama escreve só o que quer; quem chama a fecha. Dura mais que dois pedidos.
    public Ligacao ligar() throws IOException {
        return Ligacao.abrir(alvo, prazo.multipliedBy(3));
    }

    private Desfecho semConexao(IOException e) {
        TipoDeErro tipo = e instanceof java.net.SocketTimeoutException ? TipoDeErro.TIMEOUT : TipoDeErro.CONEXAO_RECUSADA;
        return new Desfecho.SemResposta(tipo, porque(tipo, e), false);
    }

    /// A JVM diz isto em inglês.
    private String porque(TipoDeErro tipo, IOException e) {
        if (tipo == TipoDeErro.TIMEOUT) {
            return "a conexão não abriu em " + prazo.toMillis() + " ms";
        }
        String motivo = String.valueOf(e.getMessage());
        return motivo.contains("refused") ? "ninguém escuta na porta " + alvo.endereco().getPort() : Texto.emPortugues(motivo);
    }
}
