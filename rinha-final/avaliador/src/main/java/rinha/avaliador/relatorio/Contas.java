package rinha.avaliador.relatorio;

import java.util.ArrayList;
import java.util.List;
import rinha.avaliador.Achado;
import rinha.avaliador.Dolares;
import rinha.avaliador.Nota;
import rinha.carga.medida.Numeros;

/// A conta da nota e o preço de um achado, em palavras: as mesmas no terminal e na página.
final class Contas {

    private Contas() {
    }

    /// Cada parcela da nota: o que é, como se chega a ela, quanto dá.
    static List<List<String>> parcelas(Nota n) {
        List<List<String>> linhas = new ArrayList<>();
        linhas.add(List.of("Contrato", "", Nota.CONTRATO.toString()));
        linhas.add(List.of("Multa do SLA", sla(n), menos(n.multaDoSla())));
        linhas.add(List.of("Multa do saldo", "%s × %s".formatted(inconsistencias(n.inconsistencias()), Nota.POR_INCONSISTENCIA), menos(n.multaDoSaldo())));
        linhas.add(List.of("A receber", n.valor().equals(Dolares.ZERO) ? "não passa de zero para baixo" : "", n.valor().toString()));
        return linhas;
    }

    private static String sla(Nota n) {
        if (n.pedidos() == 0) {
            return "sem carga, não foi medido";
        }
        String base = "%s%% de %s respostas boas em menos de 250 ms".formatted(Numeros.decimal(n.porcentagem(), 2), Numeros.inteiro(n.pedidos()));
        return n.multaDoSla().maisQueZero() ? base + ": (98 − " + Numeros.decimal(n.porcentagem(), 2) + ") × USD 1.000" : base + "; o contrato pede 98%";
    }

    private static String menos(Dolares d) {
        return d.maisQueZero() ? "− " + d : d.toString();
    }

    static String inconsistencias(long n) {
        return n == 1 ? "1 inconsistência" : Numeros.inteiro(n) + " inconsistências";
    }

    static String custo(Achado a) {
        if (!a.regra().oficial()) {
            return "sem custo: conselho";
        }
        return a.custo().maisQueZero() ? a.custo().toString() : "USD 0,00: cada resposta destas conta no SLA";
    }

    static String vezes(long n) {
        return n == 1 ? "1 vez" : Numeros.inteiro(n) + " vezes";
    }
}
