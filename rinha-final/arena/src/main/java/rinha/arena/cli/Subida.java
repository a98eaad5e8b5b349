package rinha.arena.cli;

import java.time.Duration;
import rinha.arena.sistema.Lotacao;
import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.Receita;
import rinha.arena.sistema.SistemaNoAr;
import rinha.carga.medida.Numeros;

/// Sobe o sistema contando cada passo, e diz quanto cada peça demorou.
final class Subida {
    private Subida() {}

    static SistemaNoAr fazer(Receita receita, Console console) {
        var oficina = Oficina.encontrar();
        Lotacao.exigir(receita, oficina);
        var sistema = SistemaNoAr.subir(receita, oficina, console::andamento);
        console.andamento("");
        console.dobrada("", console.certo("✓") + " No ar em " + segundos(sistema.demora()) + ": " + receita.frase() + "."
                + console.fraco(" O contrato dá 40 s."));
        var demoras = new StringBuilder();
        sistema.postgres().ifPresent(_ -> demoras.append("PostgreSQL ").append(segundos(sistema.demoraDoPostgres())).append(" · "));
        sistema.instancias().forEach(i -> demoras.append(i.nome()).append(' ').append(segundos(i.demora())).append(" · "));
        console.dobrada("  ", console.fraco(demoras + "balanceador " + segundos(sistema.balanceador().demora())));
        var orcamento = receita.orcamento();
        console.dobrada("  ", "Orçamento de %s CPU e %d MB para todos juntos: %s.".formatted(Numeros.decimal(orcamento.cpus(), 1), orcamento.megabytes(), sistema.cerca().descricao()));
        return sistema;
    }

    static String segundos(Duration d) {
        return Numeros.decimal(d.toMillis() / 1e3, 1) + " s";
    }
}
