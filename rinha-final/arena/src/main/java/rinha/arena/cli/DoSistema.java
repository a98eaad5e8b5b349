package rinha.arena.cli;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import rinha.arena.Recusa;
import rinha.arena.orcamento.Orcamento;
import rinha.arena.sistema.Receita;

/// As opções que dizem de que o sistema é feito.
final class DoSistema {
    static final Set<String> OPCOES = Set.of("--instancias", "--armazenamento", "--escrita", "--balanceador", "--porta", "--fria");

    @Option(names = "--instancias", paramLabel = "N", defaultValue = "2", description = "Quantas APIs (padrão: ${DEFAULT-VALUE}).")
    private int instancias;

    @Option(names = "--armazenamento", paramLabel = "TIPO", defaultValue = "postgres", description = "postgres ou sqlite (padrão: ${DEFAULT-VALUE}).")
    private Receita.Armazenamento armazenamento;

    @Option(names = "--escrita", paramLabel = "MODO", defaultValue = "lote", description = "lote ou simples (padrão: ${DEFAULT-VALUE}).")
    private Receita.Escrita escrita;

    @Option(names = "--balanceador", paramLabel = "QUAL", defaultValue = "java", description = "java ou nginx (padrão: ${DEFAULT-VALUE}).")
    private Receita.Balanceador balanceador;

    @Option(names = "--porta", paramLabel = "P", defaultValue = "9999", description = "Porta do balanceador (padrão: ${DEFAULT-VALUE}).")
    private int porta;

    @Option(names = "--fria", description = "Não aquece as APIs antes de dar o sistema por pronto.")
    private boolean fria;

    /// As que não são o padrão, como se digitam.
    String comoSeDigita() {
        var padrao = Receita.padrao();
        return opcao("--instancias", instancias, padrao.instancias()) + opcao("--armazenamento", armazenamento, padrao.armazenamento())
                + opcao("--escrita", escrita, padrao.escrita()) + opcao("--balanceador", balanceador, padrao.balanceador())
                + opcao("--porta", porta, padrao.porta()) + (fria ? " --fria" : "");
    }

    private static String opcao(String nome, Object valor, Object padrao) {
        return valor.equals(padrao) ? "" : " " + nome + " " + valor.toString().toLowerCase(Locale.ROOT);
    }

    Receita receita() {
        if (porta < 1) {
            throw Recusa.de("Veio a porta %d; vale de 1 a 65535.".formatted(porta), "A da Rinha é 9999: --porta 9999");
        }
        return new Receita(instancias, armazenamento, escrita, balanceador, porta, fria, Orcamento.DA_RINHA);
    }
}
