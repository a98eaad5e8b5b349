package curso.cli.mapa;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import curso.cli.nucleo.Contexto;
import curso.cli.progresso.Andamento;
import curso.cli.progresso.Progresso;
import curso.cli.terminal.Tela;
import curso.cli.terminal.Texto;
import java.util.stream.Collectors;

/// Desenha o mapa das aulas: uma linha cada, e os exercícios da aula em que se está.
public final class Mapa {

    private static final String RECUO = "  ";
    private static final int LARGURA_COM_TEMPO = 64;

    private final Contexto contexto;
    private final Progresso progresso;
    private final Tela tela;

    public Mapa(Contexto contexto, Progresso progresso) {
        this.contexto = contexto;
        this.progresso = progresso;
        this.tela = contexto.tela();
    }

    public void desenhar() {
        var catalogo = contexto.catalogo();
        var passo = ProximoPasso.de(catalogo, progresso);
        tela.linha();
        cabecalho();
        tela.linha();
        for (var aula : catalogo.aulas()) {
            aula(aula);
            if (abertaEm(aula, passo)) {
                exercicios(aula);
            }
        }
        tela.linha();
        tela.linha(RECUO + tela.pincel().fraco("● passou   ◐ começado   ○ a fazer"));
        tela.linha();
        proximo(passo);
    }

    public void proximo(ProximoPasso passo) {
        tela.linha(RECUO + tela.pincel().negrito("Próximo passo"));
        tela.comando(RECUO, passo.comando(), passo.porque());
        tela.linha();
    }

    private void cabecalho() {
        var exercicios = contexto.catalogo().exercicios();
        long prontos = exercicios.stream().filter(e -> progresso.exercicio(e.numero()).passou()).count();
        var titulo = "Performance e concorrência em Java";
        var conta = prontos + " de " + exercicios.size() + (exercicios.size() == 1 ? " exercício" : " exercícios");
        int vao = tela.largura() - RECUO.length() * 2 - titulo.length() - conta.length();
        tela.linha(RECUO + tela.pincel().titulo(titulo) + (vao < 2 ? "\n" + RECUO : " ".repeat(vao)) + conta);
        tela.linha(RECUO + tela.pincel().fraco("─".repeat(tela.largura() - RECUO.length() * 2)));
    }

    private void aula(Aula aula) {
        var bolas = aula.exercicios().stream().map(this::bola).collect(Collectors.joining(" "));
        var tempo = tela.largura() < LARGURA_COM_TEMPO ? "" : Texto.aDireita(duracao(aula.minutosNoTotal()), 8) + "   ";
        int bolasNoMaximo = contexto.catalogo().aulas().stream().mapToInt(a -> a.exercicios().size()).max().orElse(0);
        int doTitulo = tela.largura() - 12 - tempo.length() - 2 * bolasNoMaximo;
        var titulo = Texto.aEsquerda(Texto.encurtar(aula.titulo(), doTitulo), doTitulo);
        boolean lida = progresso.aulasLidas().containsKey(aula.numero());
        tela.linha((RECUO + tela.pincel().destaque(aula.numero()) + RECUO + (lida ? titulo : tela.pincel().negrito(titulo))
                + "  " + tela.pincel().fraco(tempo) + bolas).stripTrailing());
    }

    private void exercicios(Aula aula) {
        for (var ficha : aula.exercicios()) {
            var minutos = ficha.minutos() + " min";
            int doTitulo = tela.largura() - 18 - minutos.length();
            tela.linha("      " + bola(ficha) + " " + tela.pincel().fraco(ficha.numero()) + " "
                    + Texto.aEsquerda(Texto.encurtar(ficha.titulo(), doTitulo), doTitulo)
                    + tela.pincel().fraco(Texto.aDireita(minutos, 7)));
        }
    }

    private boolean abertaEm(Aula aula, ProximoPasso passo) {
        var palavras = passo.comando().split(" ");
        return palavras[palavras.length - 1].startsWith(aula.numero());
    }

    private String bola(FichaDeExercicio ficha) {
        Andamento andamento = progresso.exercicio(ficha.numero());
        if (andamento.passou()) {
            return tela.pincel().certo("●");
        }
        return andamento.comecou() ? tela.pincel().atencao("◐") : tela.pincel().fraco("○");
    }

    static String duracao(int minutos) {
        if (minutos < 60) {
            return minutos + " min";
        }
        return minutos % 60 == 0 ? minutos / 60 + " h" : "%d h %02d".formatted(minutos / 60, minutos % 60);
    }
}
