package curso.cli.assistir;

import curso.bancada.correcao.Situacao;
import curso.bancada.correcao.Veredito;
import curso.cli.exercicio.Armadilhas;
import curso.cli.exercicio.Dicas;
import curso.cli.exercicio.Resolvidos;
import curso.cli.exercicio.TelaDoVeredito;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.nucleo.Recusa;
import curso.cli.terminal.Andamento;
import curso.cli.terminal.Tela;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// O que se vê enquanto se assiste: o último veredito, ou a dica, ou a lista, e as teclas embaixo.
final class Painel {

    private final Contexto contexto;
    private final Tela tela;
    private final Andamento andamento;
    private final boolean comTeclas;
    private StringBuilder sinais = new StringBuilder();

    Painel(Contexto contexto, boolean comTeclas) {
        this.contexto = contexto;
        this.tela = contexto.tela();
        this.andamento = new Andamento(tela);
        this.comTeclas = comTeclas;
    }

    void abrir(Exercicio primeiro) {
        limpar();
        tela.linha();
        tela.linha("  " + tela.pincel().titulo(primeiro.numero() + " " + primeiro.ficha().titulo()));
        tela.linha("  Abra no seu editor:");
        tela.linha("  " + tela.pincel().destaque(contexto.relativo(contexto.casa().exercicio(primeiro.aula(), primeiro.ficha()))));
        tela.paragrafo("  ", tela.pincel().fraco("O enunciado está no comentário da classe. Cada vez que você salvar, eu corrijo."));
        tela.linha();
        andamento.mostrar("preparando os serviços e a correção…");
    }

    void corrigindo(Exercicio exercicio) {
        sinais = new StringBuilder();
        andamento.mostrar("corrigindo " + exercicio.numero() + "…");
    }

    void testou(Evento.TestouUm um) {
        sinais.append(switch (um.teste().estado()) {
            case PASSOU -> " ✓";
            case FALHOU -> " ✗";
            case A_FAZER -> " ○";
            case NAO_EXECUTADO -> " –";
        });
        andamento.mostrar("corrigindo " + um.exercicio().numero() + sinais);
    }

    void corrigiu(Evento.Corrigiu c, Optional<Exercicio> proximo) {
        limpar();
        var veredito = c.veredito();
        var vista = new TelaDoVeredito(contexto, false);
        vista.mostrar(c.exercicio(), veredito, Armadilhas.emQueCaiu(contexto, c.exercicio(), veredito));
        depois(c.exercicio(), veredito, proximo);
        pe(c.exercicio().numero() + " · " + conta(veredito) + "corrigido em "
                + String.format(Locale.of("pt", "BR"), "%.1f s", c.milis() / 1000.0) + " · salve e corrijo de novo");
    }

    /// Repetida no pé: numa tela baixa, o começo do veredito já rolou para fora.
    private static String conta(Veredito veredito) {
        return veredito.testes().isEmpty() ? "" : veredito.passaram() + " de " + veredito.testes().size() + " passaram · ";
    }

    void naoCorrigiu(Evento.NaoCorrigiu falhou) {
        limpar();
        tela.linha();
        tela.paragrafo("  ", tela.pincel().errado("✗ ") + falhou.falha().getMessage());
        if (falhou.falha() instanceof Recusa recusa) {
            tela.paragrafo("  ", recusa.proximoPasso());
        } else {
            tela.paragrafo("  ", "r tenta de novo; ./curso diagnostico confere os serviços.");
        }
        pe("não corrigi");
    }

    void dica(Exercicio exercicio) {
        limpar();
        boolean haOutra = false;
        try {
            haOutra = Dicas.mostrarProxima(contexto, exercicio, false);
        } catch (Recusa semDicas) {
            tela.linha("  " + semDicas.getMessage());
        }
        pe(haOutra ? "h de novo mostra a próxima" : "salve para corrigir de novo");
    }

    void lista(List<Exercicio> exercicios, Exercicio atual) {
        limpar();
        var progresso = contexto.diario().ler();
        tela.linha();
        for (var e : exercicios) {
            var andamentoDele = progresso.exercicio(e.numero());
            var bola = andamentoDele.passou() ? tela.pincel().certo("●")
                    : andamentoDele.comecou() ? tela.pincel().atencao("◐") : tela.pincel().fraco("○");
            var titulo = e.numero() + " " + e.ficha().titulo();
            tela.linha("  " + (e.equals(atual) ? tela.pincel().destaque("▸ ") : "  ") + bola + " "
                    + (e.equals(atual) ? tela.pincel().negrito(titulo) : titulo));
        }
        pe("salve um deles para trocar de exercício");
    }

    void semProximo() {
        limpar();
        tela.linha();
        tela.linha("  " + tela.pincel().certo("●") + " Todos os exercícios que você assiste já passaram.");
        pe("./curso mapa mostra o que vem depois");
    }

    void saindo() {
        andamento.mostrar("saindo…");
    }

    void fechar() {
        andamento.close();
        tela.linha();
    }

    private void depois(Exercicio exercicio, Veredito veredito, Optional<Exercicio> proximo) {
        if (veredito.situacao() != Situacao.PASSOU) {
            return;
        }
        tela.linha();
        tela.linha("  " + tela.pincel().certo("Resolvido. ") + Resolvidos.frase(contexto));
        tela.comando("  ", "./curso solucao " + exercicio.numero(), "compara com a do curso");
        if (comTeclas && proximo.isPresent()) {
            tela.comando("  ", "n", "segue para o " + proximo.get().numero() + ", " + proximo.get().ficha().titulo());
        }
    }

    private void pe(String estado) {
        if (comTeclas) {
            tela.linha();
            tela.linha("  " + tela.pincel().fraco("h dica · l lista · n próximo · r de novo · q sai"));
        }
        andamento.mostrar(estado);
    }

    private void limpar() {
        andamento.close();
        if (tela.terminal() && comTeclas) {
            tela.saida().print("\u001b[H\u001b[2J");
            tela.saida().flush();
        }
    }
}
