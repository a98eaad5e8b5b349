package rinha.carga.tela;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Instantaneo;
import rinha.carga.medida.Intervalo;
import rinha.carga.medida.Numeros;

/// Escreve uma fotografia da carga: o quadro inteiro, ou uma linha só.
final class Quadro {

    private static final String NORMAL = "";
    private static final String NEGRITO = "1";
    private static final String FRACO = "2";
    private static final String VERMELHO = "31";
    private static final String AMARELO = "33";
    private static final double APERTADO = 0.90;

    private final Plano plano;
    private final Terminal terminal;

    Quadro(Plano plano, Terminal terminal) {
        this.plano = plano;
        this.terminal = terminal;
    }

    List<String> linhas(Instantaneo i) {
        Intervalo u = i.ultimo();
        List<String> s = new ArrayList<>();
        s.add(linha(NEGRITO, "carga em " + plano.alvo().base() + aquecendo(u)));
        s.add(linha(NORMAL, barra(u.fim())));
        s.add("");
        s.add(linha(NORMAL, "vazão      %9s/s%s".formatted(Numeros.inteiro(u.vazao()), devidos(u))));
        s.add(linha(FRACO, "latência         agora     no total"));
        s.add(latencia("p50", u.p50Ms(), i.p50Ms()));
        s.add(latencia("p99", u.p99Ms(), i.p99Ms()));
        s.add(latencia("p99.9", u.p999Ms(), i.p999Ms()));
        s.add(latencia("máximo", u.maxMs(), i.maxMs()));
        s.addAll(gerador(u));
        s.add(i.erros().isEmpty() ? linha(NORMAL, "erros      nenhum") : linha(VERMELHO, "erros"));
        i.erros().forEach((tipo, n) -> s.add(linha(VERMELHO, "  %9s  %s".formatted(Numeros.inteiro(n), tipo.nome()))));
        return s;
    }

    /// Devolve a fotografia numa linha, para onde não dá para redesenhar.
    String linha(Instantaneo i) {
        Intervalo u = i.ultimo();
        return "%s  %s/s  p50 %s  p99 %s  p99.9 %s  máx %s ms  erros %s  gerador %s%s".formatted(
                faltam(u.fim()), Numeros.inteiro(u.vazao()), Numeros.ms(u.p50Ms()), Numeros.ms(u.p99Ms()),
                Numeros.ms(u.p999Ms()), Numeros.ms(u.maxMs()), erros(i.erros()), Numeros.porcento(u.ocupacao()),
                aquecendo(u));
    }

    private static String erros(Map<TipoDeErro, Long> erros) {
        return erros.isEmpty() ? "0" : erros.entrySet().stream()
                .map(e -> e.getKey().nome() + " " + Numeros.inteiro(e.getValue())).collect(Collectors.joining(", "));
    }

    private static String aquecendo(Intervalo u) {
        return u.aquecimento() ? "  (aquecimento, não conta)" : "";
    }

    /// O tempo vem antes da barra: sem `COLUMNS` a largura é suposta, e um terminal mais estreito esconde o fim da linha.
    private String barra(double segundos) {
        int largura = Math.clamp(terminal.largura() - 24, 10, 48);
        int cheios = (int) Math.round(largura * Math.min(1, segundos / total()));
        return "%-10s  ".formatted(faltam(segundos)) + "━".repeat(cheios) + "─".repeat(largura - cheios);
    }

    private double total() {
        return plano.duracaoTotal().toMillis() / 1e3;
    }

    private String faltam(double segundos) {
        Duration resta = Duration.ofSeconds(Math.max(0, Math.round(total() - segundos)));
        return resta.isZero() ? "últimas respostas" : "faltam " + Numeros.duracao(resta);
    }

    private String devidos(Intervalo u) {
        return plano.modelo() instanceof Modelo.Aberto
                ? "   devidos " + Numeros.inteiro(u.devidos() / u.segundos()) + "/s" : "";
    }

    private String latencia(String nome, double agora, double total) {
        return linha(NORMAL, "  %-9s%10s%13s ms".formatted(nome, Numeros.ms(agora), Numeros.ms(total)));
    }

    private List<String> gerador(Intervalo u) {
        String cor = u.ocupacao() + u.fila() >= APERTADO ? AMARELO : FRACO;
        return Paragrafo.dobrar("gerador    ", "ocupado %s, à espera de processador %s, atraso máximo %s ms".formatted(
                Numeros.porcento(u.ocupacao()), Numeros.porcento(u.fila()), Numeros.ms(u.atrasoMs())), terminal.largura()).stream().map(l -> linha(cor, l)).toList();
    }

    /// Corta na largura antes de pintar: uma linha que quebrasse estragaria a conta de quantas apagar.
    private String linha(String cor, String texto) {
        String cabe = texto.length() <= terminal.largura() ? texto : texto.substring(0, terminal.largura() - 1) + "…";
        return terminal.cores() && !cor.isEmpty() ? "\u001b[" + cor + "m" + cabe + "\u001b[0m" : cabe;
    }
}
