package rinha.carga.cli;

import java.io.PrintStream;
import java.util.stream.Collectors;
import rinha.carga.Modelo;
import rinha.carga.medida.ErroVisto;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.MedidaDaRota;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;
import rinha.carga.medida.SaudeDoGerador;
import rinha.carga.relatorio.Descricao;
import rinha.carga.tela.Paragrafo;
import rinha.carga.tela.Terminal;

/// Escreve o resultado no fim da carga, em texto.
public final class Resumo {

    /// As colunas da tabela inteira; num terminal mais estreito, ela perde a dos pedidos, que os status repetem.
    private static final int LARGA = 79;

    private final PrintStream s;
    private final Terminal terminal;
    private final boolean estreito;

    public Resumo(PrintStream saida, Terminal terminal) {
        this.s = saida;
        this.terminal = terminal;
        estreito = terminal.redesenha() && terminal.largura() < LARGA;
    }

    public void escrever(Resultado r) {
        s.println();
        paragrafo("", "Resultado: " + Descricao.doModelo(r.plano()));
        if (r.interrompida()) {
            paragrafo("  ", Descricao.daInterrupcao(r));
        }
        s.println("  %s em %s s: %s por segundo".formatted(Numeros.quantos(r.respondidos(), "resposta", "respostas"),
                Numeros.decimal(r.segundos(), 1), Numeros.inteiro(r.vazao())));
        s.println();
        s.println(colunas("ms", "p50", "p99", "p99.9", "máximo", "pedidos", "erros"));
        latencias("tudo", r.latencias(), r.pedidos(), r.totalDeErros());
        if (r.rotas().size() > 1) {
            r.rotas().forEach(this::rota);
        }
        if (r.plano().modelo() instanceof Modelo.Aberto) {
            latencias("(sem correção)", r.servico(), r.pedidos(), r.totalDeErros());
        }
        status(r);
        erros(r);
        gerador(r.gerador());
    }

    private void rota(MedidaDaRota m) {
        latencias(m.rota(), m.todas(), m.pedidos(), m.erros());
    }

    private void latencias(String nome, Latencias l, long pedidos, long erros) {
        s.println(colunas(cortado(nome), Numeros.ms(l, Latencias::p50Ms), Numeros.ms(l, Latencias::p99Ms), Numeros.ms(l, Latencias::p999Ms),
                Numeros.ms(l, Latencias::maxMs), Numeros.inteiro(pedidos), Numeros.inteiro(erros)));
    }

    private String colunas(String nome, String p50, String p99, String p999, String maximo, String pedidos, String erros) {
        return estreito ? "  %-15s%7s%8s%8s%8s%7s".formatted(nome, p50, p99, p999, maximo, erros)
                : "  %-16s%10s%10s%10s%10s%11s%10s".formatted(nome, p50, p99, p999, maximo, pedidos, erros);
    }

    private String cortado(String nome) {
        int cabem = estreito ? 15 : 16;
        return nome.length() <= cabem ? nome : nome.substring(0, cabem - 1) + "…";
    }

    /// Só num terminal: quem lê de um cano quer a linha inteira.
    private void paragrafo(String margem, String texto) {
        if (terminal.redesenha()) {
            Paragrafo.dobrar(margem, texto, terminal.largura()).forEach(s::println);
        } else {
            s.println(margem + texto);
        }
    }

    private void status(Resultado r) {
        s.println();
        r.rotas().forEach(m -> paragrafo("  ", m.rota() + ": " + (m.porStatus().isEmpty() ? "nenhuma resposta"
                : m.porStatus().entrySet().stream().map(e -> e.getKey() + " × " + Numeros.inteiro(e.getValue()))
                        .collect(Collectors.joining(", ")))));
    }

    private void erros(Resultado r) {
        s.println();
        if (r.totalDeErrosNoAquecimento() > 0) {
            s.println("  Erros no aquecimento: " + Numeros.inteiro(r.totalDeErrosNoAquecimento()));
            r.errosNoAquecimento().forEach(this::erro);
        }
        if (r.erros().isEmpty()) {
            s.println("  Nenhum erro" + (r.totalDeErrosNoAquecimento() > 0 ? " depois dele." : "."));
        }
        r.erros().forEach(this::erro);
    }

    private void erro(ErroVisto e) {
        ErroVisto.Amostra primeira = e.amostras().getFirst();
        s.println("  %s: %s".formatted(e.tipo().nome(), Numeros.inteiro(e.quantos())));
        paragrafo("    ", "o primeiro, aos %s s: %s".formatted(Numeros.decimal(primeira.segundo(), 3), primeira.pedido()));
        paragrafo("    ", primeira.detalhe());
    }

    private void gerador(SaudeDoGerador g) {
        s.println();
        paragrafo("  ", "Gerador: ocupado %s, à espera de processador %s; %s de lixo, %s ms; soluço máximo de %s ms%s".formatted(
                Numeros.porcento(g.ocupacao()), Numeros.porcento(g.fila()), Numeros.quantos(g.pausas().coletas(), "coleta", "coletas"),
                Numeros.ms(g.pausas().coletasMs()), Numeros.ms(g.pausas().solucos().maxMs()),
                g.atrasos().total() == 0 ? "" : "; atraso na agenda p99 de " + Numeros.ms(g.atrasos().p99Ms()) + " ms"));
        g.gargalos().forEach(m -> paragrafo("  ", "GARGALO NO GERADOR: " + m));
        g.avisos().forEach(m -> paragrafo("  ", "Aviso: " + m));
    }
}
