package rinha.arena.sistema;

import java.util.Locale;
import rinha.arena.Recusa;
import rinha.arena.orcamento.Orcamento;

/// De que o sistema é feito.
///
/// @param porta a do balanceador; 0 escolhe uma livre
/// @param fria  sem o aquecimento que o compose pede às APIs: fica pronta antes, e os primeiros pedidos são mais lentos
public record Receita(int instancias, Armazenamento armazenamento, Escrita escrita, Balanceador balanceador, int porta, boolean fria, Orcamento orcamento) {
    public static final int PORTA_DA_RINHA = 9999;

    public enum Armazenamento { POSTGRES, SQLITE }

    public enum Escrita { SIMPLES, LOTE }

    public enum Balanceador { JAVA, NGINX }

    public Receita {
        if (instancias < 1) {
            throw Recusa.de("Vieram %d instâncias; é preciso ao menos uma.".formatted(instancias), "A Rinha pede 2: --instancias 2");
        }
        if (porta < 0 || porta > 65_535) {
            throw Recusa.de("Veio a porta %d; vale de 1 a 65535.".formatted(porta), "A da Rinha é 9999: --porta 9999");
        }
    }

    /// O que a Rinha pede, com o que se mediu melhor.
    public static Receita padrao() {
        return new Receita(2, Armazenamento.POSTGRES, Escrita.LOTE, Balanceador.JAVA, PORTA_DA_RINHA, false, Orcamento.DA_RINHA);
    }

    public Receita com(Armazenamento outro) {
        return new Receita(instancias, outro, escrita, balanceador, porta, fria, orcamento);
    }

    public Receita com(Escrita outra) {
        return new Receita(instancias, armazenamento, outra, balanceador, porta, fria, orcamento);
    }

    public Receita com(Balanceador outro) {
        return new Receita(instancias, armazenamento, escrita, outro, porta, fria, orcamento);
    }

    public Receita semAquecer() {
        return new Receita(instancias, armazenamento, escrita, balanceador, porta, true, orcamento);
    }

    public Receita naPorta(int outra) {
        return new Receita(instancias, armazenamento, escrita, balanceador, outra, fria, orcamento);
    }

    /// `2 instâncias, PostgreSQL, escrita em lote, balanceador Java`.
    public String frase() {
        return "%d %s, %s, escrita %s, balanceador %s".formatted(instancias, instancias == 1 ? "instância" : "instâncias",
                armazenamento == Armazenamento.POSTGRES ? "PostgreSQL" : "SQLite", escrita == Escrita.LOTE ? "em lote" : "simples",
                balanceador == Balanceador.JAVA ? "Java" : "nginx");
    }

    static String nome(Enum<?> opcao) {
        return opcao.name().toLowerCase(Locale.ROOT);
    }
}
