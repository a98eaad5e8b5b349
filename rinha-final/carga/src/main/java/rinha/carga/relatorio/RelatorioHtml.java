package rinha.carga.relatorio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import rinha.carga.medida.Resultado;

/// Escreve o resultado num só arquivo HTML: sem rede, sem script, claro ou escuro como o leitor preferir.
public final class RelatorioHtml {

    private RelatorioHtml() {
    }

    public static void escrever(Resultado r, Path arquivo) throws IOException {
        Files.writeString(arquivo, pagina(r));
    }

    static String pagina(Resultado r) {
        Secoes secoes = new Secoes(r);
        Map<String, String> partes = Map.ofEntries(
                Map.entry("css", Pagina.css()),
                Map.entry("titulo", Html.texto("Carga em " + r.plano().alvo().base())),
                Map.entry("resumo", Html.texto(Descricao.doModelo(r.plano()) + " · "
                        + Pagina.quando(r.comecou()))),
                Map.entry("veredito", secoes.veredito()),
                Map.entry("numeros", secoes.numeros()),
                Map.entry("graficos", new Graficos(r).todos()),
                Map.entry("rotas", secoes.rotas()),
                Map.entry("erros", secoes.erros()),
                Map.entry("gerador", secoes.gerador()),
                Map.entry("plano", secoes.plano()));
        return Pagina.preencher(Pagina.recurso(RelatorioHtml.class, "relatorio.html"), partes);
    }
}
