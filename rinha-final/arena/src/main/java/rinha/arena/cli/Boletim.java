package rinha.arena.cli;

import java.util.stream.Collectors;
import rinha.avaliador.Achado;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Nota;
import rinha.avaliador.Situacao;
import rinha.carga.medida.Resultado;
import rinha.carga.relatorio.Numeros;

/// A avaliação em texto: as regras, o que estava errado, e a nota com as contas à vista.
final class Boletim {
    private final Console console;

    Boletim(Console console) {
        this.console = console;
    }

    void escrever(Avaliacao a) {
        console.andamento("");
        console.linha();
        regras(a);
        a.achados().forEach(this::achado);
        a.carga().ifPresent(this::carga);
        a.avisos().forEach(aviso -> console.linha("! " + aviso));
        nota(a.nota());
    }

    private void regras(Avaliacao a) {
        console.linha(console.titulo("Contrato"));
        console.linha("  %d regras passaram, %d falharam, %d não foram avaliadas; conselhos: %d seguidos, %d não".formatted(a.quantas(Situacao.PASSOU, true),
                a.quantas(Situacao.FALHOU, true), a.quantas(Situacao.NAO_AVALIADA, true), a.quantas(Situacao.PASSOU, false), a.quantas(Situacao.FALHOU, false)));
    }

    private void achado(Achado achado) {
        console.linha();
        console.linha("✗ %s: %s (%d %s; %s)".formatted(achado.regra().numero(), achado.regra().titulo(), achado.vezes(), achado.vezes() == 1 ? "vez" : "vezes",
                achado.custo().maisQueZero() ? achado.custo().toString() : achado.regra().peso().nome()));
        achado.exemplos().stream().limit(1).forEach(e -> {
            console.linha("    Enviado         " + e.enviado());
            console.linha("    Veio            " + e.veio());
            console.linha("    Esperado        " + e.esperado());
        });
        console.linha("    Causa provável  " + achado.causa());
        console.linha("    Próximo passo   " + achado.proximoPasso());
        console.linha("    Repetir         " + console.destaque(achado.repetir()));
    }

    private void carga(Resultado r) {
        var l = r.latencias();
        console.linha();
        console.linha(console.titulo("Carga oficial"));
        console.linha("  %s respostas em %s s; p50 %s ms, p99 %s ms, máximo %s ms; erros: %s".formatted(Numeros.inteiro(r.respondidos()), Numeros.decimal(r.segundos(), 0),
                Numeros.ms(l.p50Ms()), Numeros.ms(l.p99Ms()), Numeros.ms(l.maxMs()), r.erros().isEmpty() ? "nenhum"
                        : r.erros().stream().map(e -> e.tipo().nome() + " × " + e.quantos()).collect(Collectors.joining(", "))));
        r.gerador().gargalos().forEach(g -> console.linha("  GARGALO NO GERADOR: " + g));
    }

    private void nota(Nota n) {
        console.linha();
        console.linha(console.titulo("Nota"));
        console.linha("  contrato                                 %16s".formatted(Nota.CONTRATO));
        console.linha("  SLA: %s%% em menos de 250 ms (mínimo 98%%)  −%16s".formatted(Numeros.decimal(n.porcentagem(), 2), n.multaDoSla()));
        console.linha("  inconsistências de saldo: %-14d −%16s".formatted(n.inconsistencias(), n.multaDoSaldo()));
        console.linha((n.cheia() ? console.certo("✓ ") : "✗ ") + "%s%s".formatted(n.valor(), n.cheia() ? ", a nota cheia" : ""));
        n.motivos().forEach(m -> console.linha("  A nota não se compara com outras: " + m));
    }
}
