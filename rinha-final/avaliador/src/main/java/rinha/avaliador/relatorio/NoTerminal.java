package rinha.avaliador.relatorio;

import java.io.PrintStream;
import java.util.List;
import rinha.avaliador.Achado;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Nota;
import rinha.avaliador.Situacao;
import rinha.avaliador.Verificacao;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Ritmo;
import rinha.carga.tela.Paragrafo;
import rinha.carga.tela.Terminal;

/// A avaliação no terminal: uma linha por regra enquanto corre, e no fim os achados e a nota.
public final class NoTerminal {

    /// Abaixo disto não sobra coluna para explicar ao lado do valor.
    private static final int ESTREITO = 70;
    private static final String NEGRITO = "1";
    private static final String FRACO = "2";
    private static final String VERMELHO = "31";
    private static final String VERDE = "32";
    private static final String AMARELO = "33";

    private final PrintStream s;
    private final Terminal terminal;

    public NoTerminal(PrintStream saida, Terminal terminal) {
        this.s = saida;
        this.terminal = terminal;
    }

    /// Escreve a linha de uma regra; sem `tudo`, só a das que não passaram.
    public void regra(Verificacao v, boolean tudo) {
        switch (v.situacao()) {
            case PASSOU -> {
                if (tudo) {
                    s.println("  " + cor(VERDE, "✓") + " " + v.regra().numero() + " " + v.regra().titulo());
                }
            }
            case FALHOU -> s.println("  " + (v.regra().oficial() ? cor(VERMELHO, "✗") : cor(AMARELO, "!")) + " " + v.regra().numero() + " " + v.regra().titulo());
            case NAO_AVALIADA -> {
                s.println("  " + cor(FRACO, "–") + " " + v.regra().numero() + " " + v.regra().titulo());
                dobrar("      ", v.motivo());
            }
        }
    }

    public void resultado(Avaliacao a) {
        s.println();
        a.avisos().forEach(aviso -> dobrar("  ", "Aviso: " + aviso));
        a.carga().map(r -> r.gerador().ritmo()).filter(Ritmo::pesa).ifPresent(ritmo -> dobrar("  ", "Aviso: " + ritmo.descricao()));
        a.achados().forEach(this::achado);
        dobrar("  ", "Regras oficiais: %d de %d passaram%s. Conselhos: %d de %d.".formatted(a.quantas(Situacao.PASSOU, true),
                total(a, true), a.quantas(Situacao.NAO_AVALIADA, true) == 0 ? "" : ", " + a.quantas(Situacao.NAO_AVALIADA, true) + " sem avaliar",
                a.quantas(Situacao.PASSOU, false), total(a, false)));
        a.carga().ifPresent(r -> dobrar("  ", "Carga: %s respostas em %s s, p50 %s ms, p99 %s ms, máximo %s ms".formatted(Numeros.inteiro(r.respondidos()),
                Numeros.decimal(r.segundos(), 0), Numeros.ms(r.latencias().p50Ms()), Numeros.ms(r.latencias().p99Ms()), Numeros.ms(r.latencias().maxMs()))));
        s.println();
        nota(a.nota());
    }

    private static long total(Avaliacao a, boolean oficiais) {
        return a.verificacoes().stream().filter(v -> v.regra().oficial() == oficiais).count();
    }

    private void achado(Achado a) {
        s.println("  " + cor(a.regra().oficial() ? VERMELHO : AMARELO, a.regra().id()) + " · " + Contas.vezes(a.vezes()) + " · " + Contas.custo(a));
        for (Achado.Exemplo e : a.exemplos()) {
            dobrar("    Enviado        ", e.enviado());
            dobrar("    Veio           ", e.veio());
            dobrar("    Esperado       ", e.esperado());
        }
        dobrar("    Causa provável ", a.causa());
        dobrar("    Próximo passo  ", a.proximoPasso());
        // Inteiro, para se poder copiar.
        s.println("    Repetir só isto  " + a.repetir());
        s.println();
    }

    private void nota(Nota n) {
        for (List<String> parcela : Contas.parcelas(n)) {
            boolean fim = parcela.getFirst().equals("A receber");
            String linha = "  %-15s %17s".formatted(parcela.get(0), parcela.get(2));
            String como = parcela.get(1);
            if (fim) {
                s.println(cor(n.cheia() ? VERDE : NEGRITO, (linha + "  " + como).stripTrailing()));
            } else if (como.isEmpty() || terminal.largura() < ESTREITO) {
                s.println(linha);
                if (!como.isEmpty()) {
                    dobrar("    ", como);
                }
            } else {
                dobrar(linha + "  ", como);
            }
        }
        if (!n.vale()) {
            s.println();
            s.println(cor(AMARELO, "  Esta nota não vale:"));
            n.motivos().forEach(m -> dobrar("    - ", m));
        }
    }

    private void dobrar(String margem, String texto) {
        Paragrafo.dobrar(margem, texto, terminal.largura()).forEach(s::println);
    }

    private String cor(String codigo, String texto) {
        return terminal.cores() ? "\u001b[" + codigo + "m" + texto + "\u001b[0m" : texto;
    }
}
