package curso.cli.exercicio;

import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.ResultadoDeTeste;
import curso.bancada.correcao.Situacao;
import curso.bancada.correcao.Veredito;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import curso.cli.terminal.Pincel;
import curso.cli.terminal.Tela;
import curso.cli.terminal.Texto;
import java.util.Optional;

/// Mostra um veredito: cada teste, a mensagem dos que falharam, a armadilha e o que fazer agora.
public final class TelaDoVeredito {

    private static final String RECUO = "  ";
    private static final int LINHAS_DE_SAIDA = 8;

    private final Contexto contexto;
    private final Tela tela;
    private final Pincel pincel;
    private final boolean verboso;

    public TelaDoVeredito(Contexto contexto, boolean verboso) {
        this.contexto = contexto;
        this.tela = contexto.tela();
        this.pincel = tela.pincel();
        this.verboso = verboso;
    }

    public void mostrar(Exercicio exercicio, Veredito veredito, Optional<Armadilha> armadilha) {
        cabecalho(exercicio, veredito);
        if (veredito.situacao() == Situacao.NAO_COMPILA) {
            new ErrosNaTela(tela).mostrar(veredito.erros());
        }
        var mensagens = new MensagemDeTeste(tela, verboso, contexto.casa().exercicio(exercicio.aula(), exercicio.ficha()).getFileName().toString());
        for (var teste : veredito.testes()) {
            tela.linha(RECUO + sinal(teste.estado()) + " " + titulo(teste));
            if (teste.estado() == ResultadoDeTeste.Estado.FALHOU) {
                mensagens.mostrar(teste);
            }
        }
        porQueParou(veredito).ifPresent(motivo -> {
            tela.linha();
            tela.paragrafo(RECUO, motivo);
        });
        saida(veredito);
        armadilha.ifPresent(this::armadilha);
    }

    /// Uma linha só, para quando há muitos exercícios.
    public void resumo(Exercicio exercicio, Veredito veredito) {
        var conta = veredito.testes().isEmpty() ? "" : veredito.passaram() + " de " + veredito.testes().size();
        int doTitulo = tela.largura() - 40;
        tela.linha(RECUO + sinal(veredito.situacao()) + " " + pincel.destaque(exercicio.numero()) + " "
                + Texto.aEsquerda(Texto.encurtar(exercicio.ficha().titulo(), doTitulo), doTitulo) + " "
                + Texto.aEsquerda(frase(veredito.situacao()), 20) + pincel.fraco(Texto.aDireita(conta, 7)));
    }

    public void proximoPasso(String comando, String porque) {
        tela.linha();
        tela.linha(RECUO + pincel.negrito("Próximo passo"));
        tela.comando(RECUO, comando, porque);
        tela.linha();
    }

    private void cabecalho(Exercicio exercicio, Veredito veredito) {
        var frase = frase(veredito.situacao());
        if (veredito.situacao() == Situacao.FALHOU) {
            frase = veredito.passaram() + " de " + veredito.testes().size() + " passaram";
        }
        var arquivo = contexto.casa().exercicio(exercicio.aula(), exercicio.ficha());
        tela.linha();
        tela.paragrafo(RECUO, sinal(veredito.situacao()) + " " + pincel.titulo(exercicio.numero() + " " + exercicio.ficha().titulo())
                + pincel.fraco(" · ") + pintar(veredito.situacao(), frase));
        tela.linha(RECUO + RECUO + pincel.fraco(contexto.relativo(arquivo)));
        tela.linha();
    }

    private static Optional<String> porQueParou(Veredito veredito) {
        return veredito.motivo().isBlank()
                ? veredito.testes().stream().filter(t -> t.estado() == ResultadoDeTeste.Estado.NAO_EXECUTADO)
                        .map(t -> "– " + t.mensagem()).findFirst()
                : Optional.of(veredito.motivo());
    }

    private String titulo(ResultadoDeTeste teste) {
        var linhas = Texto.quebrar(teste.titulo(), tela.largura() - 4);
        return String.join("\n" + RECUO + RECUO, linhas);
    }

    private void saida(Veredito veredito) {
        if (veredito.saida().isBlank() || veredito.situacao() == Situacao.PASSOU && !verboso) {
            return;
        }
        var linhas = veredito.saida().strip().lines().toList();
        tela.linha();
        tela.linha(RECUO + pincel.fraco("O seu código escreveu:"));
        int desde = verboso ? 0 : Math.max(0, linhas.size() - LINHAS_DE_SAIDA);
        linhas.subList(desde, linhas.size()).forEach(l -> tela.linha(RECUO + pincel.fraco("│ ") + Texto.cortar(l, tela.largura() - 4)));
    }

    private void armadilha(Armadilha armadilha) {
        var barra = pincel.atencao("▌ ");
        tela.linha();
        tela.linha(RECUO + barra + pincel.atencao("Armadilha: " + armadilha.titulo()));
        for (var paragrafo : armadilha.explicacao().split("\n\\s*\n")) {
            tela.linha(RECUO + barra);
            tela.paragrafo(RECUO + barra, paragrafo.replace("\n", " ").replace("`", ""));
        }
    }

    private String sinal(ResultadoDeTeste.Estado estado) {
        return switch (estado) {
            case PASSOU -> pincel.certo("✓");
            case FALHOU -> pincel.errado("✗");
            case A_FAZER -> pincel.fraco("○");
            case NAO_EXECUTADO -> pincel.fraco("–");
        };
    }

    private String sinal(Situacao situacao) {
        return switch (situacao) {
            case PASSOU -> pincel.certo("●");
            case A_FAZER -> pincel.fraco("○");
            case FALHOU, NAO_COMPILA, INTERROMPIDO -> pincel.errado("✗");
        };
    }

    private String pintar(Situacao situacao, String texto) {
        return switch (situacao) {
            case PASSOU -> pincel.certo(texto);
            case A_FAZER -> pincel.fraco(texto);
            case FALHOU, NAO_COMPILA, INTERROMPIDO -> pincel.errado(texto);
        };
    }

    private static String frase(Situacao situacao) {
        return switch (situacao) {
            case PASSOU -> "passou";
            case A_FAZER -> "a fazer";
            case FALHOU -> "falhou";
            case NAO_COMPILA -> "não compila";
            case INTERROMPIDO -> "interrompido";
        };
    }
}
