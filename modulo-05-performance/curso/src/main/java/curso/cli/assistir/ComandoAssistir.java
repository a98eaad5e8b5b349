package curso.cli.assistir;

import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.terminal.Tecla;
import curso.cli.terminal.Teclado;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Corrige a cada vez que a pessoa salva, com os serviços sempre de pé.
@Command(name = "assistir", description = "Corrige a cada vez que você salva.")
public final class ComandoAssistir implements Callable<Integer> {

    private static final Duration ENTRE_TECLAS = Duration.ofMillis(500);

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "EXERCICIO", arity = "0..1", description = "Exercício (03.1) ou aula (03); sem ele, todos.")
    private String pedido;

    @Option(names = "--sondagem", description = "Olha os arquivos de tempo em tempo, para discos de rede.")
    private boolean sondagem;

    @Option(names = "--sem-teclado", description = "Segue sem teclas nem tela limpa; Ctrl-C termina.")
    private boolean semTeclado;

    private final Contexto contexto;

    public ComandoAssistir(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var primeiro = primeiro();
        // Quem abre um exercício costuma seguir para outro da mesma aula: salvar um vizinho também corrige.
        var vigiados = pedido == null ? Escolha.todos(contexto.catalogo())
                : Escolha.exercicios(contexto.catalogo(), primeiro.aula().numero());
        if (semTeclado) {
            assistir(vigiados, primeiro, Optional.empty());
            return Codigo.CERTO;
        }
        var teclado = contexto.tela().interativa() ? Teclado.abrir() : Optional.<Teclado>empty();
        if (teclado.isEmpty()) {
            throw Recusa.de("assistir precisa de um terminal com teclado, e aqui não há um.",
                    "./curso testar corrige uma vez; assistir --sem-teclado corrige a cada vez que o arquivo muda.");
        }
        try (var aberto = teclado.get()) {
            assistir(vigiados, primeiro, Optional.of(aberto));
        }
        return Codigo.CERTO;
    }

    private Exercicio primeiro() {
        var escolhidos = Escolha.exercicios(contexto.catalogo(), pedido);
        var progresso = contexto.diario().ler();
        return escolhidos.stream().filter(e -> !progresso.exercicio(e.numero()).passou()).findFirst()
                .or(() -> escolhidos.stream().findFirst())
                .orElseThrow(() -> Recusa.de("Ainda não há exercícios no curso.", "./curso nova-aula cria uma aula."));
    }

    private void assistir(List<Exercicio> vigiados, Exercicio primeiro, Optional<Teclado> teclado)
            throws IOException, InterruptedException {
        BlockingQueue<Evento> eventos = new LinkedBlockingQueue<>();
        var arquivos = new Arquivos(contexto, vigiados);
        // Quem assiste divide a janela, aumenta a letra: cada tela é desenhada na largura daquele momento.
        var vista = teclado.map(t -> contexto.com(contexto.tela().comColunas(t::colunas))).orElse(contexto);
        var painel = new Painel(vista, teclado.isPresent());
        try (var servicos = new ServicosQuentes(contexto);
                var corretor = new CorretorAoFundo(contexto, servicos, eventos::add);
                var _ = Vigia.de(arquivos.pastas(), sondagem, arquivo -> eventos.add(new Evento.Mudou(arquivo)))) {
            teclado.ifPresent(t -> {
                t.aoInterromper(() -> eventos.add(new Evento.Sair()));
                Thread.ofPlatform().daemon().name("teclado").start(() -> lerTeclas(t, eventos));
            });
            new Sessao(contexto, vigiados, primeiro, arquivos, eventos, corretor, painel).rodar();
            painel.saindo();
        } finally {
            painel.fechar();
        }
    }

    private static void lerTeclas(Teclado teclado, BlockingQueue<Evento> eventos) {
        try {
            while (true) {
                var tecla = teclado.ler(ENTRE_TECLAS);
                if (tecla.tipo() == Tecla.Tipo.LETRA) {
                    eventos.add(new Evento.Teclou(tecla.letra()));
                } else if (tecla.tipo() == Tecla.Tipo.FIM) {
                    eventos.add(new Evento.Sair());
                    return;
                }
            }
        } catch (IOException e) {
            eventos.add(new Evento.Sair()); // o terminal se fechou: não há mais quem assista
        }
    }
}
