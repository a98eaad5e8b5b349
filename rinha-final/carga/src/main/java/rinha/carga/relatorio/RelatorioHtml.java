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
        Map<String, String> partes = Map.of(
                "veredito", secoes.veredito(),
                "numeros", secoes.numeros(),
                "graficos", new Graficos(r).todos(),
                "rotas", secoes.rotas(),
                "erros", secoes.erros(),
                "gerador", secoes.gerador(),
                "plano", secoes.plano());
        return Pagina.inteira("Carga em " + r.plano().alvo().base(), Descricao.doModelo(r.plano()) + " · " + Pagina.quando(r.comecou()), "",
                Pagina.preencher(Pagina.recurso(RelatorioHtml.class, "relatorio.html"), partes));
    }
}
