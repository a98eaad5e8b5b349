package rinha.carga.relatorio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.medida.ErroVisto;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;
import rinha.carga.medida.SaudeDoGerador;

/// As seções do relatório que não são gráficos.
public final class Secoes {

    private final Resultado r;
    private final SaudeDoGerador g;

    public Secoes(Resultado r) {
        this.r = r;
        this.g = r.gerador();
    }

    /// Diz antes de qualquer número se eles são do sistema.
    public String veredito() {
        String classe = g.foiOGargalo() || g.latenciaAfetada() ? "aviso" : "bom";
        String frase = g.foiOGargalo() ? "O gerador foi o gargalo: estes números não são do sistema."
                : g.latenciaAfetada() ? "A latência inclui esperas desta máquina: leia os avisos."
                : "O gerador teve folga: os números são do sistema.";
        List<String> notas = new ArrayList<>(g.gargalos());
        notas.addAll(g.avisos());
        if (r.interrompida()) {
            notas.add(Descricao.daInterrupcao(r));
        }
        String lista = notas.stream().map(n -> "<li>" + Html.texto(n) + "</li>").collect(Collectors.joining());
        return "<div class=\"veredito %s\"><p><strong>%s</strong></p>%s</div>"
                .formatted(classe, frase, lista.isEmpty() ? "" : "<ul>" + lista + "</ul>");
    }

    public String numeros() {
        Latencias l = r.latencias();
        return numero("Vazão", Numeros.inteiro(r.vazao()), "respostas/s", "")
                + numero("p50", Numeros.ms(l, Latencias::p50Ms), "ms", "") + numero("p99", Numeros.ms(l, Latencias::p99Ms), "ms", "")
                + numero("p99.9", Numeros.ms(l, Latencias::p999Ms), "ms", "") + numero("Máximo", Numeros.ms(l, Latencias::maxMs), "ms", "")
                + numero("Erros", Numeros.inteiro(r.totalDeErros()), "de " + Numeros.quantos(r.pedidos(), "pedido", "pedidos"),
                        r.totalDeErros() > 0 ? " ruim" : "");
    }

    /// Devolve um número em destaque; a classe pode ser vazia ou ` ruim`.
    public static String numero(String nome, String valor, String unidade, String classe) {
        return "<div class=\"numero%s\"><dt>%s</dt><dd><b>%s</b> <span>%s</span></dd></div>"
                .formatted(classe, nome, valor, unidade);
    }

    public String rotas() {
        return Html.tabela("Por rota; latências em ms, desde a hora marcada",
                List.of("Rota", "Pedidos", "Erros", "Status", "p50", "p99", "p99.9", "Máximo"),
                r.rotas().stream().map(m -> {
                    Latencias l = m.todas();
                    String status = m.porStatus().entrySet().stream()
                            .map(e -> e.getKey() + ": " + Numeros.inteiro(e.getValue())).collect(Collectors.joining(" · "));
                    return List.of(m.rota(), Numeros.inteiro(m.pedidos()), Numeros.inteiro(m.erros()), status,
                            Numeros.ms(l, Latencias::p50Ms), Numeros.ms(l, Latencias::p99Ms), Numeros.ms(l, Latencias::p999Ms), Numeros.ms(l, Latencias::maxMs));
                }).toList());
    }

    public String erros() {
        boolean aquecimentoLimpo = r.errosNoAquecimento().isEmpty();
        return lista(r.erros(), aquecimentoLimpo ? "<p>Nenhum.</p>" : "<p>Nenhum depois do aquecimento.</p>")
                + (aquecimentoLimpo ? "" : "<h3>No aquecimento</h3>" + lista(r.errosNoAquecimento(), ""));
    }

    private static String lista(List<ErroVisto> erros, String seNenhum) {
        return erros.isEmpty() ? seNenhum : erros.stream().map(Secoes::erro).collect(Collectors.joining());
    }

    private static String erro(ErroVisto e) {
        return Html.recolhido(e.tipo().nome() + ": " + Numeros.inteiro(e.quantos()),
                Html.tabelaDeFrases("Os primeiros", List.of("Segundo", "Enviado", "O que houve"), e.amostras().stream()
                        .map(a -> List.of(Numeros.decimal(a.segundo(), 3), a.pedido(), a.detalhe())).toList()));
    }

    public String gerador() {
        List<List<String>> linhas = new ArrayList<>();
        linhas.add(List.of("Thread do gerador no processador", Numeros.porcento(g.ocupacao())
                + " em média, " + Numeros.porcento(g.ocupacaoMaxima()) + " no pior segundo"));
        linhas.add(List.of("Thread do gerador à espera de processador", Numeros.porcento(g.fila())));
        if (g.atrasos().total() > 0) {
            linhas.add(List.of("Atraso em relação à agenda", "p50 de %s ms, p99 de %s ms, máximo de %s ms".formatted(
                    Numeros.ms(g.atrasos().p50Ms()), Numeros.ms(g.atrasos().p99Ms()), Numeros.ms(g.atrasos().maxMs()))));
        }
        linhas.add(List.of("Coletas de lixo", "%d, %s ms ao todo, a maior de %s ms".formatted(g.pausas().coletas(),
                Numeros.ms(g.pausas().coletasMs()), Numeros.ms(g.pausas().maiorColetaMs()))));
        linhas.add(List.of("Soluços do processo", "p99 de %s ms, máximo de %s ms".formatted(
                Numeros.ms(g.pausas().solucos().p99Ms()), Numeros.ms(g.pausas().solucos().maxMs()))));
        if (g.ritmo().pulsos() > 0) {
            linhas.add(List.of("Máquina a menos da metade da velocidade", "%s do tempo; no pior centésimo, a conta fixa custou %s vezes a mais rápida"
                    .formatted(Numeros.porcento(g.ritmo().lento()), Numeros.decimal(g.ritmo().pior(), 1))));
        }
        linhas.add(List.of("Processador do processo inteiro", Numeros.decimal(g.cpuDoProcesso(), 1) + " s"));
        linhas.add(List.of("Alocação por pedido", Numeros.inteiro(g.bytesPorPedido()) + " bytes"));
        return Html.tabelaDeFrases("O que o gerador gastou", List.of("Medida", "Valor"), linhas);
    }

    public String plano() {
        Plano p = r.plano();
        List<List<String>> linhas = new ArrayList<>();
        linhas.add(List.of("Alvo", p.alvo().base() + p.alvo().caminho()));
        linhas.add(List.of("Modelo", Descricao.doModelo(p)));
        if (p.modelo() instanceof Modelo.Aberto aberto) {
            aberto.fluxos().forEach(f -> linhas.add(List.of("Fluxo", Descricao.doFluxo(f))));
        }
        linhas.add(List.of("Duração", Numeros.duracao(p.modelo().duracao()) + (p.aquecimento().isZero()
                ? ", sem aquecimento" : ", depois de " + Numeros.duracao(p.aquecimento()) + " de aquecimento")));
        linhas.add(List.of("Timeout", Numeros.duracao(p.timeout())));
        linhas.add(List.of("Conexões", p.reusarConexoes() ? "reusadas" : "uma por pedido"));
        linhas.add(List.of("Semente", String.valueOf(p.semente())));
        linhas.add(List.of("Máquina do gerador", Maquina.esta().frase()));
        return Html.tabelaDeFrases("O que foi pedido", List.of("Item", "Valor"), linhas);
    }
}
