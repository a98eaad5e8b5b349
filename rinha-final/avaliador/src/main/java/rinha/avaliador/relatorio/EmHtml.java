package rinha.avaliador.relatorio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rinha.avaliador.Achado;
import rinha.avaliador.Avaliacao;
import rinha.avaliador.Nota;
import rinha.avaliador.Regra;
import rinha.avaliador.Sistema;
import rinha.avaliador.Situacao;
import rinha.avaliador.Verificacao;
import rinha.avaliador.consistencia.Fechamento;
import rinha.carga.Texto;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;
import rinha.carga.relatorio.Graficos;
import rinha.carga.relatorio.Html;
import rinha.carga.relatorio.Pagina;
import rinha.carga.relatorio.Secoes;

/// A avaliação numa página só: sem rede, sem script, do telefone ao monitor.
final class EmHtml {
    /// Como o Docker conta: 550 MB são 550 × 2^20 bytes.
    private static final double MEGABYTE = 1 << 20;

    private EmHtml() {
    }

    static String pagina(Avaliacao a) {
        Map<String, String> partes = Map.of(
                "nota", nota(a),
                "achados", achados(a.achados()),
                "regras", regras(a),
                "carga", a.carga().map(r -> carga(r, a)).orElse("<p>Não houve carga.</p>"),
                "sistema", a.sistema().map(EmHtml::sistema).orElse(""),
                "contrato", Regra.CONTRATO);
        return Pagina.inteira("Avaliação de " + a.plano().alvo(),
                "Rinha de Backend 2024-Q1 · " + Pagina.quando(a.comecou()) + " · durou " + Numeros.decimal(a.durou().toMillis() / 1e3, 0) + " s",
                Pagina.recurso(EmHtml.class, "avaliacao.css"), Pagina.preencher(Pagina.recurso(EmHtml.class, "avaliacao.html"), partes));
    }

    private static String nota(Avaliacao a) {
        Nota n = a.nota();
        String linhas = Contas.parcelas(n).stream().map(p -> "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>".formatted(
                Html.texto(p.get(0)), Html.texto(p.get(2)), Html.texto(p.get(1)))).collect(Collectors.joining());
        String motivos = n.vale() ? "" : "<p><strong>Esta nota não vale:</strong></p>" + lista(n.motivos());
        return "<div class=\"veredito %s\"><p class=\"valor\">%s</p><p>%d de %d regras oficiais passaram; %d de %d conselhos.</p>%s</div>"
                .formatted(a.aprovada() && n.vale() ? "bom" : "aviso", Html.texto(n.valor().toString()), a.quantas(Situacao.PASSOU, true), total(a, true),
                        a.quantas(Situacao.PASSOU, false), total(a, false), motivos + (a.avisos().isEmpty() ? "" : "<p><strong>Avisos:</strong></p>" + lista(a.avisos())))
                + "<table class=\"conta\"><caption>A conta</caption><tbody>" + linhas + "</tbody></table>";
    }

    private static long total(Avaliacao a, boolean oficiais) {
        return a.verificacoes().stream().filter(v -> v.regra().oficial() == oficiais).count();
    }

    private static String lista(List<String> itens) {
        return itens.isEmpty() ? "" : itens.stream().map(i -> "<li>" + Html.texto(i) + "</li>").collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String achados(List<Achado> achados) {
        return achados.isEmpty() ? "<p>Nenhum.</p>" : achados.stream().map(EmHtml::achado).collect(Collectors.joining());
    }

    private static String achado(Achado a) {
        String exemplos = a.exemplos().stream().map(e -> item("Enviado", codigo(e.enviado())) + item("Veio", codigo(e.veio())) + item("Esperado", codigo(e.esperado())))
                .collect(Collectors.joining("</dl><dl class=\"exemplo\">", "<dl class=\"exemplo\">", "</dl>"));
        return ("<article class=\"achado%s\"><h3>%s: %s</h3><p class=\"selo\"><code>%s</code> <span>%s</span> <strong>%s</strong></p>%s<dl class=\"exemplo\">%s%s%s</dl></article>\n")
                .formatted(a.regra().oficial() ? "" : " conselho", a.regra().oficial() ? "Falhou" : "Conselho", Html.texto(a.regra().titulo()), Html.texto(a.regra().id()), Contas.vezes(a.vezes()), Html.texto(Contas.custo(a)),
                        exemplos, item("Causa provável", Html.texto(a.causa())), item("Próximo passo", Html.texto(a.proximoPasso())), item("Repetir só isto", codigo(a.repetir())));
    }

    private static String item(String nome, String valor) {
        return "<dt>" + nome + "</dt><dd>" + valor + "</dd>";
    }

    private static String codigo(String texto) {
        return "<code>" + Html.texto(Texto.visivel(texto)) + "</code>";
    }

    private static String regras(Avaliacao a) {
        return a.verificacoes().stream().map(EmHtml::regra).collect(Collectors.joining("", "<ul class=\"regras\">", "</ul>"));
    }

    private static String regra(Verificacao v) {
        String marca = switch (v.situacao()) {
            case PASSOU -> "<b class=\"passou\">✓ passou</b>";
            case FALHOU -> v.regra().oficial() ? "<b class=\"falhou\">✗ falhou</b>" : "<b class=\"conselho\">! conselho</b>";
            case NAO_AVALIADA -> "<b class=\"sem\">– sem avaliar</b>";
        };
        Regra r = v.regra();
        String trecho = r.trecho().isEmpty() ? "" : "<p>Contrato: «" + Html.texto(r.trecho()) + "»</p>";
        String motivo = v.motivo().isEmpty() ? "" : "<p class=\"motivo\">" + Html.texto(v.motivo()) + "</p>";
        return "<li><details><summary><code>%s</code> %s <span>%s</span></summary><p>%s</p>%s<p>Peso: %s. Conferências: %s.</p></details>%s</li>\n".formatted(
                r.numero(), marca, Html.texto(r.titulo()), Html.texto(r.porque()), trecho, Html.texto(r.peso().nome()), Numeros.inteiro(v.exames()), motivo);
    }

    private static String carga(Resultado r, Avaliacao a) {
        Secoes secoes = new Secoes(r);
        return secoes.veredito() + "<dl class=\"numeros\">" + secoes.numeros() + "</dl><div class=\"graficos\">" + new Graficos(r).todos() + "</div>"
                + secoes.rotas() + (r.erros().isEmpty() ? "" : secoes.erros()) + a.fechamento().map(EmHtml::contas).orElse("")
                + Html.recolhido("O gerador", secoes.gerador()) + Html.recolhido("O plano da carga", secoes.plano());
    }

    private static String contas(Fechamento f) {
        return Html.tabela("A soma das aceitas, em centavos", List.of("Cliente", "Antes", "Aceitas", "Soma", "Sem desfecho", "Esperado", "Visto", "Fecha"),
                f.contas().stream().map(c -> List.of(String.valueOf(c.cliente()), Numeros.inteiro(c.inicial()), Numeros.inteiro(c.aceitas()),
                        Numeros.inteiro(c.somaAceita()), Numeros.inteiro(c.desconhecidas()), c.minimo() == c.maximo() ? Numeros.inteiro(c.minimo())
                                : Numeros.inteiro(c.minimo()) + " a " + Numeros.inteiro(c.maximo()), Numeros.inteiro(c.visto()), c.confere() ? "sim" : "não")).toList());
    }

    private static String sistema(Sistema s) {
        var limites = new ArrayList<String>();
        s.limiteCpu().ifPresent(cpu -> limites.add(Numeros.decimal(cpu, 1) + " CPU"));
        s.limiteBytes().ifPresent(bytes -> limites.add(Numeros.decimal(bytes / MEGABYTE, 0) + " MB"));
        String frase = limites.isEmpty() ? "Sem limites." : "Limite de " + String.join(" e ", limites) + " para todos juntos, " + s.comoFoi() + ".";
        List<List<String>> linhas = new ArrayList<>(s.processos().stream().map(p -> List.of(p.nome(), Numeros.decimal(p.cpuSegundos(), 1),
                Numeros.decimal(s.cpuMedia(p.cpuSegundos()), 2), Numeros.decimal(p.picoBytes() / MEGABYTE, 0))).toList());
        linhas.add(List.of("todos", Numeros.decimal(s.cpuSegundos(), 1), Numeros.decimal(s.cpuMedia(), 2), Numeros.decimal(s.picoBytes() / MEGABYTE, 0)));
        return "<section><h2>O sistema</h2><p>" + Html.texto(s.descricao()) + "</p><p>" + Html.texto(frase) + "</p>"
                + Html.tabela("O que cada processo gastou", List.of("Processo", "CPU (s)", "CPU média", "Memória no pico (MB)"), linhas) + "</section>";
    }
}
