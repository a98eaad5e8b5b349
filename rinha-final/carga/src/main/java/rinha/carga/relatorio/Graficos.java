package rinha.carga.relatorio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rinha.carga.Modelo;
import rinha.carga.medida.Intervalo;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;

/// Os três gráficos do relatório, cada um com título, legenda e os números em tabela.
public final class Graficos {

    private static final int MAXIMO_DE_PONTOS = 240;

    private final Resultado r;
    private final List<Intervalo> intervalos;
    private final int juntos;
    private final double aquecimento;
    private final double fim;

    public Graficos(Resultado r) {
        this.r = r;
        this.intervalos = Reducao.ate(MAXIMO_DE_PONTOS, r.intervalos());
        this.juntos = Reducao.grupo(MAXIMO_DE_PONTOS, r.intervalos());
        this.aquecimento = r.plano().aquecimento().toMillis() / 1e3;
        this.fim = r.intervalos().isEmpty() ? 1 : r.intervalos().getLast().fim();
    }

    /// Devolve as três figuras, na ordem do relatório.
    public String todos() {
        return latenciaNoTempo() + vazaoNoTempo() + curvaDePercentis();
    }

    private String latenciaNoTempo() {
        List<Grafico.Serie> series = List.of(
                serie("máximo" + oPior(), "c3", i -> latencia(i, i.maxMs())),
                serie("p99" + oPior(), "c2", i -> latencia(i, i.p99Ms())),
                serie("p50" + oPior(), "c1", i -> latencia(i, i.p50Ms())));
        double menor = intervalos.stream().mapToDouble(Intervalo::p50Ms).filter(v -> v > 0).min().orElse(0.1);
        double maior = intervalos.stream().mapToDouble(Intervalo::maxMs).max().orElse(1);
        Grafico g = new Grafico(Eixo.tempo(fim), "segundos", Eixo.log(menor, maior), "ms, escala logarítmica", aquecimento);
        return figura("Latência ao longo do tempo", g.svg("Latência por segundo%s: p50, p99 e máximo. Máximo %s: %s ms.".formatted(oPior(),
                aquecimento > 0 ? "depois do aquecimento" : "da carga", Numeros.ms(r.latencias().maxMs())), series),
                g.legenda(series), tabelaDeIntervalos());
    }

    /// A carga longa junta segundos vizinhos num ponto; as latências dele são as do pior.
    private String oPior() {
        return juntos == 1 ? "" : ", o pior de cada " + juntos + " segundos";
    }

    private String vazaoNoTempo() {
        List<Grafico.Serie> series = new ArrayList<>();
        if (r.plano().modelo() instanceof Modelo.Aberto) {
            series.add(serie("devidos pela agenda", "c3", i -> i.devidos() / i.segundos()));
        }
        series.add(serie("respondidos", "c1", Intervalo::vazao));
        if (intervalos.stream().anyMatch(i -> i.erros() > 0)) {
            series.add(serie("erros", "erro", i -> i.erros() / i.segundos()));
        }
        double maior = series.stream().flatMap(s -> s.pontos().stream()).mapToDouble(p -> p[1]).max().orElse(1);
        Grafico g = new Grafico(Eixo.tempo(fim), "segundos", Eixo.linear(0, Math.max(1, maior)), "por segundo", aquecimento);
        return figura("Vazão ao longo do tempo", g.svg("Respostas e erros por segundo. Média: "
                + Numeros.inteiro(r.vazao()) + " respostas por segundo.", series), g.legenda(series), "");
    }

    private String curvaDePercentis() {
        Latencias total = r.latencias();
        List<Grafico.Serie> series = new ArrayList<>();
        boolean aberto = r.plano().modelo() instanceof Modelo.Aberto;
        if (aberto) {
            series.add(curva("sem correção, desde o envio", "c3", r.servico()));
        }
        series.add(curva(aberto ? "corrigida, desde a hora marcada" : "desde o envio", "c2", total));
        double menor = Math.min(total.percentilMs(0), r.servico().percentilMs(0));
        Grafico g = new Grafico(Eixo.percentis(total.total()), "percentil",
                Eixo.log(menor, total.maxMs()), "ms, escala logarítmica", 0);
        return figura("Curva de percentis", g.svg("Latência por percentil: p50 de %s ms, p99 de %s ms, p99.9 de %s ms."
                        .formatted(Numeros.ms(total.p50Ms()), Numeros.ms(total.p99Ms()), Numeros.ms(total.p999Ms())), series),
                g.legenda(series), tabelaDePercentis(total, r.servico()));
    }

    private static double latencia(Intervalo i, double valor) {
        return i.maxMs() == 0 ? Double.NaN : valor;
    }

    private Grafico.Serie serie(String nome, String classe, ToDoubleFunction<Intervalo> valor) {
        return new Grafico.Serie(nome, classe, intervalos.stream()
                .map(i -> new double[] {(i.inicio() + i.fim()) / 2, valor.applyAsDouble(i)}).toList());
    }

    private static Grafico.Serie curva(String nome, String classe, Latencias l) {
        return new Grafico.Serie(nome, classe, l.curva().stream()
                .map(p -> new double[] {p.percentil(), p.ms()}).toList());
    }

    private static String figura(String titulo, String svg, String legenda, String numeros) {
        return "<figure><figcaption><h2>" + Html.texto(titulo) + "</h2></figcaption>" + svg
                + legenda + numeros + "</figure>";
    }

    private String tabelaDeIntervalos() {
        List<List<String>> linhas = intervalos.stream().map(i -> List.of(Numeros.decimal(i.inicio(), 0)
                        + (i.aquecimento() ? " (aquecimento)" : ""), Numeros.inteiro(i.vazao()), Numeros.inteiro(i.erros()),
                Numeros.ms(i.p50Ms()), Numeros.ms(i.p99Ms()), Numeros.ms(i.p999Ms()), Numeros.ms(i.maxMs()),
                Numeros.porcento(i.ocupacao()), Numeros.ms(i.atrasoMs()))).toList();
        return Html.recolhido("Ver os números de cada " + (juntos == 1 ? "segundo" : juntos + " segundos"),
                Html.tabela("Intervalos; latências e atraso em ms" + oPior(),
                List.of("Segundo", "Respostas/s", "Erros", "p50", "p99", "p99.9", "Máximo", "Gerador ocupado", "Atraso do gerador"),
                linhas));
    }

    private static String tabelaDePercentis(Latencias corrigida, Latencias servico) {
        List<List<String>> linhas = new ArrayList<>();
        for (double p : new double[] {0, 50, 75, 90, 95, 99, 99.9, 99.99, 100}) {
            linhas.add(List.of("p" + (p == Math.rint(p) ? String.valueOf((int) p) : String.valueOf(p)),
                    Numeros.ms(corrigida.percentilMs(p)), Numeros.ms(servico.percentilMs(p))));
        }
        return Html.recolhido("Ver os números da curva",
                Html.tabela("Percentis, em ms", List.of("Percentil", "Corrigida", "Desde o envio"), linhas));
    }
}
