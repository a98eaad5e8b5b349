package rinha.arena.sistema;

import curso.bancada.servicos.FalhaDeServico;
import curso.bancada.servicos.Guardiao;
import curso.bancada.servicos.OpcoesDoPostgres;
import curso.bancada.servicos.PastaDeDados;
import curso.bancada.servicos.PostgresDedicado;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import rinha.arena.Encerramento;
import rinha.arena.Recusa;
import rinha.arena.orcamento.Cerca;
import rinha.arena.orcamento.Cercas;

/// O sistema inteiro no ar, dentro do orçamento. `close()` derruba tudo; se este processo morre, os guardiões derrubam.
///
/// Só a cerca fica para trás num `kill -9`: a próxima a ser levantada a recolhe.
public final class SistemaNoAr implements AutoCloseable {
    static final String POSTGRES = "postgres";

    private final Receita receita;
    private final Cerca cerca;
    private final PastaDeDados pasta;
    private final CompletableFuture<String> morte = new CompletableFuture<>();
    private final List<Servico> instancias = new ArrayList<>();
    private Optional<PostgresDedicado> postgres = Optional.empty();
    private Servico balanceador;
    private Duration demoraDoPostgres = Duration.ZERO;
    private Duration demora = Duration.ZERO;
    private boolean fechado;

    private SistemaNoAr(Receita receita, Cerca cerca, PastaDeDados pasta) {
        this.receita = receita;
        this.cerca = cerca;
        this.pasta = pasta;
    }

    /// Sobe tudo e volta quando o balanceador responde; se algo falha, derruba o que subiu.
    ///
    /// @param andamento recebe uma frase a cada passo
    public static SistemaNoAr subir(Receita receita, Oficina oficina, Consumer<String> andamento) {
        Encerramento.pararSeComecou();
        DonoDaPorta.exigirLivre(receita.porta());
        if (receita.balanceador() == Receita.Balanceador.NGINX && ConfiguracaoDoNginx.executavel().isEmpty()) {
            throw Recusa.de("O nginx não está instalado nesta máquina.", "Use --balanceador java, ou " + ConfiguracaoDoNginx.comoInstalar() + ".");
        }
        var sistema = new SistemaNoAr(receita, Cercas.levantar(receita.orcamento()), PastaDeDados.nova("rinha"));
        // Antes dos serviços: um Ctrl-C durante a subida também desfaz a cerca. E em ordem: sem banco, as APIs insistiriam por 10 s.
        Guardiao.aoTerminar(sistema::close);
        try {
            sistema.iniciar(oficina, andamento);
            return sistema;
        } catch (RuntimeException e) {
            var explicada = sistema.semMemoria().orElse(e);
            sistema.close();
            throw explicada;
        }
    }

    /// A causa de a subida falhar, se foi o Linux que matou alguém: o registro de quem morre assim não diz nada.
    private Optional<RuntimeException> semMemoria() {
        return cerca.mordidas().map(Cerca.Mordidas::mortesPorMemoria).filter(mortes -> mortes > 0)
                .map(mortes -> Recusa.falhou("A memória do orçamento, %d MB, não chega para %s: o Linux matou %d %s.".formatted(
                        receita.orcamento().megabytes(), receita.frase(), mortes, mortes == 1 ? "processo" : "processos"), "A Rinha pede 2 instâncias: --instancias 2"));
    }

    private void iniciar(Oficina oficina, Consumer<String> andamento) {
        long inicio = System.nanoTime();
        var fabrica = new FabricaDeServicos(receita, oficina, cerca, pasta.caminho(), morte);
        if (receita.armazenamento() == Receita.Armazenamento.POSTGRES) {
            andamento.accept("subindo o PostgreSQL");
            var banco = iniciarPostgres(oficina);
            postgres = Optional.of(banco);
            banco.fim().thenAccept(codigo -> avisarMorteDoPostgres(banco, codigo));
            demoraDoPostgres = Duration.ofNanos(System.nanoTime() - inicio);
        }
        andamento.accept("subindo %d %s da API".formatted(receita.instancias(), receita.instancias() == 1 ? "instância" : "instâncias"));
        synchronized (this) {
            for (int i = 1; i <= receita.instancias(); i++) {
                instancias.add(fabrica.api(i, postgres));
            }
        }
        juntos(instancias);
        andamento.accept("subindo o balanceador");
        // De novo: outro pode tê-la tomado enquanto as APIs subiam, e a resposta dele passaria pela nossa.
        DonoDaPorta.exigirLivre(receita.porta());
        Servico novo = fabrica.balanceador(instancias.stream().map(Servico::porta).toList());
        synchronized (this) {
            balanceador = novo;
        }
        iniciarNaPorta(novo);
        demora = Duration.ofNanos(System.nanoTime() - inicio);
    }

    private void iniciarNaPorta(Servico novo) {
        try {
            novo.iniciar();
        } catch (Recusa e) {
            // Se outro a tomou no último segundo, é isso que se diz, e não o registro de quem não a conseguiu.
            DonoDaPorta.exigirLivre(receita.porta());
            throw e;
        }
    }

    private PostgresDedicado iniciarPostgres(Oficina oficina) {
        try {
            var opcoes = new OpcoesDoPostgres(ComposeDaRinha.ler(oficina.infra("docker-compose.yml")).configuracaoDoPostgres(), cerca.prefixo(POSTGRES));
            return PostgresDedicado.iniciar(opcoes, "rinha");
        } catch (FalhaDeServico e) {
            throw Recusa.falhou(e.getMessage(), "");
        }
    }

    private void avisarMorteDoPostgres(PostgresDedicado banco, int codigo) {
        synchronized (this) {
            if (fechado) {
                return;
            }
        }
        morte.complete("%s acabou com código %d. O fim do registro dele:%n%s".formatted(POSTGRES, codigo, Servico.resumo(banco.registro())));
    }

    /// A primeira falha encerra os outros: esperar por eles atrasaria a notícia até o prazo.
    private static void juntos(List<Servico> servicos) {
        var primeira = new CompletableFuture<Void>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var subidas = servicos.stream().map(s -> CompletableFuture.runAsync(s::iniciar, threads).whenComplete((_, falha) -> {
                if (falha != null && primeira.completeExceptionally(falha)) {
                    servicos.forEach(Servico::close);
                }
            })).toList();
            subidas.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw primeira.exceptionNow() instanceof RuntimeException causa ? causa : e;
        }
    }

    public Receita receita() {
        return receita;
    }

    public Cerca cerca() {
        return cerca;
    }

    public int porta() {
        return balanceador.porta();
    }

    public String url() {
        return "http://127.0.0.1:" + porta();
    }

    public List<Servico> instancias() {
        return List.copyOf(instancias);
    }

    public Servico balanceador() {
        return balanceador;
    }

    /// Os serviços que são JVMs: as APIs e, se é o Java, o balanceador.
    public List<Servico> jvms() {
        var jvms = new ArrayList<>(instancias);
        if (receita.balanceador() == Receita.Balanceador.JAVA) {
            jvms.add(balanceador);
        }
        return jvms;
    }

    /// Vazio quando o armazenamento é SQLite.
    public Optional<PostgresDedicado> postgres() {
        return postgres;
    }

    /// Da ordem de subir até a primeira resposta pelo balanceador.
    public Duration demora() {
        return demora;
    }

    public Duration demoraDoPostgres() {
        return demoraDoPostgres;
    }

    /// Completa com a explicação quando um processo acaba sem que se tenha pedido.
    public CompletableFuture<String> morte() {
        return morte.copy();
    }

    /// Os processos de agora, pelo nome do serviço.
    public List<Processo> processos() {
        var processos = new ArrayList<Processo>();
        postgres.ifPresent(p -> processos.add(new Processo(POSTGRES, p.pid())));
        instancias.forEach(i -> processos.add(new Processo(i.nome(), i.pid())));
        processos.add(new Processo(balanceador.nome(), balanceador.pid()));
        return processos;
    }

    /// Um serviço e o processo principal dele.
    public record Processo(String servico, long pid) {}

    /// Na ordem em que os pedidos andam: ninguém perde para onde mandar o que já aceitou.
    @Override
    public synchronized void close() {
        if (fechado) {
            return;
        }
        fechado = true;
        if (balanceador != null) {
            balanceador.close();
        }
        instancias.parallelStream().forEach(Servico::close);
        postgres.ifPresent(PostgresDedicado::close);
        cerca.close();
        pasta.close();
    }
}
