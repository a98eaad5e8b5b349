package rinha.arena.sistema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rinha.arena.Recusa;

/// Quantas APIs cabem na memória do orçamento, pelo que as opções de cada programa dizem que ele ocupa.
///
/// É o menos que elas ocupam: o que se recusa aqui o Linux mataria no meio da carga.
public final class Lotacao {
    private static final Pattern OBJETOS = Pattern.compile("-Xmx(\\d+)m");
    private static final Pattern CODIGO = Pattern.compile("-XX:ReservedCodeCacheSize=(\\d+)m");
    private static final Pattern BUFFERS = Pattern.compile("shared_buffers=(\\d+)MB");

    private final Receita receita;
    private final Oficina oficina;

    private Lotacao(Receita receita, Oficina oficina) {
        this.receita = receita;
        this.oficina = oficina;
    }

    /// Recusa a receita que pede mais APIs do que cabem, antes que algo suba.
    public static void exigir(Receita receita, Oficina oficina) {
        var lotacao = new Lotacao(receita, oficina);
        long cabem = lotacao.cabem();
        if (receita.instancias() > cabem) {
            throw Recusa.de("%d instâncias não cabem em %d MB: %s. %s".formatted(receita.instancias(), receita.orcamento().megabytes(),
                    cabem == 1 ? "cabe 1" : "cabem " + cabem, lotacao.porque()), "A Rinha pede 2 instâncias: --instancias 2");
        }
    }

    private long cabem() {
        return Math.max(0, (receita.orcamento().megabytes() - doPostgres() - doBalanceador()) / daApi());
    }

    private String porque() {
        var credito = linhas("credito");
        return "Cada API ocupa ao menos %d MB: %d de objetos e %d de código compilado (rinha-final/infra/jvm/credito.args)".formatted(daApi(), numero(OBJETOS, credito), numero(CODIGO, credito))
                + (doPostgres() == 0 ? "" : "; o PostgreSQL, %d".formatted(doPostgres())) + (doBalanceador() == 0 ? "" : "; o balanceador, %d".formatted(doBalanceador())) + ".";
    }

    private long daApi() {
        return daJvm("credito");
    }

    /// O nginx ocupa uns poucos MB.
    private long doBalanceador() {
        return receita.balanceador() == Receita.Balanceador.JAVA ? daJvm("balanceador") : 0;
    }

    private long doPostgres() {
        return receita.armazenamento() == Receita.Armazenamento.POSTGRES
                ? numero(BUFFERS, ComposeDaRinha.ler(oficina.infra("docker-compose.yml")).configuracaoDoPostgres()) : 0;
    }

    private long daJvm(String programa) {
        var linhas = linhas(programa);
        return numero(OBJETOS, linhas) + numero(CODIGO, linhas);
    }

    private List<String> linhas(String programa) {
        Path arquivo = oficina.opcoes().resolve(programa + ".args");
        try {
            return Files.readAllLines(arquivo);
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler " + arquivo + ": " + e.getMessage(), e);
        }
    }

    private static long numero(Pattern forma, List<String> itens) {
        return itens.stream().map(String::strip).map(forma::matcher).filter(Matcher::matches).map(m -> Long.parseLong(m.group(1))).findFirst()
                .orElseThrow(() -> new IllegalStateException("falta a opção " + forma.pattern() + ", ou ela não está em MB"));
    }
}
