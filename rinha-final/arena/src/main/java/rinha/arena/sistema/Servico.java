package rinha.arena.sistema;

import curso.bancada.servicos.Comando;
import curso.bancada.servicos.FalhaDeServico;
import curso.bancada.servicos.Guardiao;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import rinha.arena.Recusa;

/// Um processo do sistema: uma API ou o balanceador. Pode morrer e ser reiniciado com o mesmo comando.
public final class Servico implements AutoCloseable {
    /// O contrato dá 40 s ao sistema inteiro.
    static final Duration PRAZO = Duration.ofSeconds(40);
    private static final int LINHAS_DO_FIM = 15;

    private final String nome;
    private final Comando comando;
    private final int porta;
    private final String caminhoDePronto;
    private final CompletableFuture<String> morte;
    private volatile Guardiao guardiao;
    private volatile Duration demora = Duration.ZERO;
    private volatile boolean encerrando;

    Servico(String nome, Comando comando, int porta, String caminhoDePronto, CompletableFuture<String> morte) {
        this.nome = nome;
        this.comando = comando;
        this.porta = porta;
        this.caminhoDePronto = caminhoDePronto;
        this.morte = morte;
    }

    /// Inicia o processo e espera que ele responda 200 no caminho de pronto.
    public void iniciar() {
        long inicio = System.nanoTime();
        try {
            encerrando = false;
            guardiao = Guardiao.iniciar(comando);
            Guardiao deste = guardiao;
            // Enquanto o nosso ainda não tentou abrir a porta, quem a tomou responderia por ele.
            deste.esperarPronto(PRAZO, () -> Pergunta.responde(porta, caminhoDePronto) && !DonoDaPorta.ehDeOutro(porta, deste.pid()));
            deste.fim().thenAccept(codigo -> avisarMorte(deste, codigo));
            demora = Duration.ofNanos(System.nanoTime() - inicio);
        } catch (IOException | FalhaDeServico e) {
            close();
            throw Recusa.falhou("%s não ficou pronto em %d s: %s".formatted(nome, PRAZO.toSeconds(), resumo(e.getMessage())), "Corrija o que o registro acima mostra; ./curso diagnostico confere a máquina.");
        }
    }

    private void avisarMorte(Guardiao deste, int codigo) {
        if (!encerrando && deste == guardiao) {
            morte.complete("%s acabou com código %d. O fim do registro dele:%n%s".formatted(nome, codigo, fimDoRegistro()));
        }
    }

    /// kill −9: nada do que estava em curso termina. Volta com o processo morto.
    public void matar() {
        encerrando = true;
        ProcessHandle.of(guardiao.pid()).ifPresent(ProcessHandle::destroyForcibly);
        guardiao.fim().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /// SIGTERM; volta quando o processo acabou, com o código de saída.
    public int pedirQueEncerre() {
        encerrando = true;
        ProcessHandle.of(guardiao.pid()).ifPresent(ProcessHandle::destroy);
        return guardiao.fim().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /// Põe de pé outra vez um processo que acabou, na mesma porta.
    public void reiniciar() {
        guardiao.close();
        iniciar();
    }

    public String nome() {
        return nome;
    }

    public int porta() {
        return porta;
    }

    public long pid() {
        return guardiao.pid();
    }

    public boolean vivo() {
        return guardiao != null && guardiao.vivo();
    }

    /// Do início do processo até a primeira resposta boa.
    public Duration demora() {
        return demora;
    }

    /// As últimas linhas que o processo escreveu.
    public String fimDoRegistro() {
        return guardiao == null ? "" : resumo(guardiao.saida());
    }

    /// As últimas linhas de um registro.
    static String resumo(String texto) {
        List<String> linhas = Optional.ofNullable(texto).orElse("").lines().toList();
        return String.join("\n", linhas.subList(Math.max(0, linhas.size() - LINHAS_DO_FIM), linhas.size()));
    }

    @Override
    public void close() {
        encerrando = true;
        if (guardiao != null) {
            guardiao.close();
        }
    }
}
