package curso.cli.assistir;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// O laço de quem assiste: atende um evento por vez, numa thread só, até alguém pedir para sair.
final class Sessao {

    /// Escritas mais próximas do que isto são do mesmo salvamento.
    private static final Duration SOSSEGO = Duration.ofMillis(60);
    /// Uma correção mais velha do que isto, quando já há código novo, não vale a espera.
    private static final long PACIENCIA_EM_MILIS = 1_500;
    private static final Duration ENTRE_OLHADAS = Duration.ofMillis(250);

    private final Contexto contexto;
    private final List<Exercicio> exercicios;
    private final Arquivos arquivos;
    private final BlockingQueue<Evento> eventos;
    private final CorretorAoFundo corretor;
    private final Painel painel;
    private Exercicio atual;
    private Exercicio pendente;

    Sessao(Contexto contexto, List<Exercicio> exercicios, Exercicio primeiro, Arquivos arquivos, BlockingQueue<Evento> eventos,
            CorretorAoFundo corretor, Painel painel) {
        this.contexto = contexto;
        this.exercicios = exercicios;
        this.atual = primeiro;
        this.arquivos = arquivos;
        this.eventos = eventos;
        this.corretor = corretor;
        this.painel = painel;
    }

    void rodar() throws InterruptedException {
        painel.abrir(atual);
        comecar(atual);
        while (true) {
            var evento = eventos.poll(ENTRE_OLHADAS.toMillis(), TimeUnit.MILLISECONDS);
            if (evento instanceof Evento.Sair) {
                return;
            }
            if (evento != null && !atender(evento)) {
                return;
            }
            cuidarDoPendente();
        }
    }

    private boolean atender(Evento evento) throws InterruptedException {
        switch (evento) {
            case Evento.Mudou mudou -> mudou(mudou);
            case Evento.Teclou tecla -> {
                return teclou(tecla.letra());
            }
            case Evento.TestouUm um -> painel.testou(um);
            case Evento.Corrigiu corrigiu -> painel.corrigiu(corrigiu, porFazer());
            case Evento.NaoCorrigiu falhou -> painel.naoCorrigiu(falhou);
            case Evento.Sair _ -> {
                return false;
            }
        }
        return true;
    }

    private void mudou(Evento.Mudou primeiro) throws InterruptedException {
        var avisados = new ArrayDeque<>(List.of(primeiro.arquivo()));
        Evento seguinte = eventos.poll(SOSSEGO.toMillis(), TimeUnit.MILLISECONDS);
        while (seguinte instanceof Evento.Mudou outro) {
            avisados.add(outro.arquivo());
            seguinte = eventos.poll(SOSSEGO.toMillis(), TimeUnit.MILLISECONDS);
        }
        avisados.forEach(a -> arquivos.mudado(a).ifPresent(e -> pendente = e));
        if (seguinte != null) {
            eventos.add(seguinte);
        }
    }

    /// Devolve falso para sair.
    private boolean teclou(char letra) {
        switch (Character.toLowerCase(letra)) {
            case 'q', 3, 4 -> {
                return false;
            }
            case 'h' -> painel.dica(atual);
            case 'l' -> painel.lista(exercicios, atual);
            case 'r' -> pendente = atual;
            case 'n' -> porFazer().ifPresentOrElse(e -> pendente = e, painel::semProximo);
            default -> { }
        }
        return true;
    }

    /// O primeiro que ainda não passou, a partir do que vem depois do atual.
    private Optional<Exercicio> porFazer() {
        var progresso = contexto.diario().ler();
        int onde = exercicios.indexOf(atual);
        return IntStream.range(1, exercicios.size()).mapToObj(i -> exercicios.get((onde + i) % exercicios.size()))
                .filter(e -> !progresso.exercicio(e.numero()).passou()).findFirst();
    }

    private void cuidarDoPendente() {
        if (pendente == null) {
            return;
        }
        if (!corretor.ocupado()) {
            var escolhido = pendente;
            pendente = null;
            comecar(escolhido);
        } else if (corretor.milisEmCurso() > PACIENCIA_EM_MILIS) {
            corretor.cancelar();
        }
    }

    private void comecar(Exercicio exercicio) {
        atual = exercicio;
        arquivos.marcarCorrigido(exercicio);
        painel.corrigindo(exercicio);
        corretor.corrigir(exercicio);
    }
}
