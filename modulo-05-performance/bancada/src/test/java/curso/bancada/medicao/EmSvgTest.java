package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

@DisplayName("Gráficos em SVG")
class EmSvgTest {

    private static final Tabela BARRAS = Tabela.de("Vazão & latência", "variante", Coluna.de("ops/s", 0))
            .linha("List<Long>", 250).linha("pool", 1000).linha("sem medir", Double.NaN).barras("ops/s");
    private static final Tabela CURVAS = Tabela.de("Varredura", "conexões", Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1),
                    Coluna.de("ops/s", 0))
            .linha("1", 1, 10, 100).linha("8", 2, Double.NaN, 500).linha("64", 3, 30, 400)
            .linha("128", 4, 40, 300).curva("p50 (ms)", "p99 (ms)", "ops/s");

    @Test
    @DisplayName("é XML bem formado, com título e descrição para quem não vê")
    void temTituloEDescricao() throws Exception {
        var raiz = ler(EmSvg.grafico(BARRAS)).getDocumentElement();
        assertThat(raiz.getAttribute("role")).isEqualTo("img");
        assertThat(textos(raiz, "title")).containsExactly("Vazão & latência");
        assertThat(textos(raiz, "desc")).containsExactly("ops/s: List<Long>, 250; pool, 1.000; sem medir, —");
    }

    @Test
    @DisplayName("o comprimento da barra é proporcional ao valor; o que não se mediu não tem barra")
    void barrasProporcionais() throws Exception {
        var larguras = elementos(ler(EmSvg.grafico(BARRAS)).getDocumentElement(), "rect").stream().skip(1)
                .map(r -> Double.parseDouble(r.getAttribute("width"))).toList();
        assertThat(larguras).hasSize(3);
        assertThat(larguras.get(1) / larguras.get(0)).isCloseTo(4, within(0.01));
        assertThat(larguras.get(2)).isZero();
    }

    @Test
    @DisplayName("os números e os nomes estão escritos, em português")
    void escreveNumerosENomes() throws Exception {
        assertThat(textos(ler(EmSvg.grafico(BARRAS)).getDocumentElement(), "text"))
                .contains("List<Long>", "250", "1.000", "—", "ops/s");
    }

    @Test
    @DisplayName("traz as cores do tema escuro e não depende de nada de fora")
    void servePorSiSo() {
        assertThat(EmSvg.grafico(CURVAS)).contains("prefers-color-scheme:dark").doesNotContain("href", "url(", "@import", "<script");
    }

    @Test
    @DisplayName("curvas de mesma unidade dividem um quadro; onde não se mediu, a linha se interrompe")
    void curvasPorUnidade() throws Exception {
        var raiz = ler(EmSvg.grafico(CURVAS)).getDocumentElement();
        var linhas = elementos(raiz, "path").stream().filter(p -> p.getAttribute("class").contains("m-linha"))
                .map(p -> p.getAttribute("d")).toList();
        assertThat(linhas).hasSize(3);
        assertThat(linhas).extracting(d -> d.chars().filter(c -> c == 'M').count()).containsExactly(1L, 2L, 1L);
        assertThat(textos(raiz, "text").stream().filter("conexões"::equals)).as("um eixo por quadro").hasSize(2);
    }

    @Test
    @DisplayName("numa varredura de potências, os pontos ficam igualmente espaçados")
    void escalaLogaritmica_quandoVarreduraLarga() {
        var larga = new Varredura(varredura("1", "2", "4", "8", "16"));
        assertThat(larga.posicao(0)).isZero();
        assertThat(larga.posicao(2)).isCloseTo(0.5, within(1e-9));
        assertThat(new Varredura(varredura("0", "1", "5")).posicao(1)).isCloseTo(0.2, within(1e-9));
        assertThat(new Varredura(varredura("7")).posicao(0)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("linhas fora de ordem são ligadas da esquerda para a direita")
    void ligaNaOrdemDoEixo() {
        assertThat(new Varredura(varredura("5", "0", "1")).ordem()).containsExactly(1, 2, 0);
    }

    @Test
    @DisplayName("nada sai da folha, com nomes longos, números grandes e até quatro curvas")
    void nadaSaiDaFolha() throws Exception {
        var longa = Tabela.de("T", "n", Coluna.de("a (us)", 0), Coluna.de("b (us)", 0), Coluna.de("c (us)", 0), Coluna.de("d (us)", 0))
                .linha("0", 1e7, 1, 2, 0).linha("5", 2.5e7, 1, 1, 0).curva("a (us)", "b (us)", "c (us)", "d (us)");
        var barras = Tabela.de("Um título tão comprido que não caberia numa linha só, por mais que a fonte fosse estreita", "n", Coluna.de("bytes", 0))
                .linha("um nome de variante tão comprido que não caberia em duas linhas de jeito nenhum", 1e12).barras("bytes");
        for (var svg : List.of(EmSvg.grafico(longa), EmSvg.grafico(barras), EmSvg.grafico(CURVAS))) {
            dentroDaFolha(ler(svg).getDocumentElement());
        }
    }

    @Test
    @DisplayName("os eixos têm marcas redondas, do zero até cobrir o maior valor")
    void eixosRedondos() {
        assertThat(Eixo.ate(4300).valores()).containsExactly(0.0, 2000.0, 4000.0, 6000.0);
        assertThat(Eixo.ate(90).valores()).containsExactly(0.0, 25.0, 50.0, 75.0, 100.0);
        assertThat(Eixo.ate(100).fim()).isEqualTo(100);
        assertThat(Eixo.ate(0.3).valores().stream().map(Eixo.ate(0.3)::texto)).containsExactly("0,0", "0,1", "0,2", "0,3");
        assertThat(Eixo.ate(0).fim()).isEqualTo(1);
        assertThat(Eixo.ate(10).texto(2.5)).isEqualTo("2,5");
    }

    @Test
    @DisplayName("recusa tabela sem gráfico e curvas demais num quadro")
    void recusaOQueNaoDesenha() {
        assertThatThrownBy(() -> EmSvg.grafico(Tabela.de("T", "v", Coluna.de("n", 0)))).hasMessageContaining("não pede gráfico");
        var nomes = IntStream.range(0, 5).mapToObj(i -> "c" + i + " (ms)").toArray(String[]::new);
        var cinco = new Tabela("T", "v", IntStream.range(0, 5).mapToObj(i -> Coluna.de(nomes[i], 0)).toList(),
                List.of(), Tabela.Desenho.CURVA, List.of(nomes));
        assertThatThrownBy(() -> EmSvg.grafico(cinco)).hasMessageContaining("5 curvas em «ms»; cabem 4");
    }

    private static Tabela varredura(String... rotulos) {
        var tabela = Tabela.de("T", "n", Coluna.de("ms", 0));
        for (var rotulo : rotulos) {
            tabela = tabela.linha(rotulo, 1);
        }
        return tabela.curva("ms");
    }

    private static void dentroDaFolha(Element raiz) {
        double altura = Double.parseDouble(raiz.getAttribute("height"));
        for (var texto : elementos(raiz, "text")) {
            double corpo = texto.hasAttribute("font-size") ? Double.parseDouble(texto.getAttribute("font-size")) : 14;
            double largura = Svg.larguraDe(texto.getTextContent()) * corpo / 14;
            double x = Double.parseDouble(texto.getAttribute("x"));
            double comeco = x - largura * switch (texto.getAttribute("text-anchor")) {
                case "end" -> 1;
                case "middle" -> 0.5;
                default -> 0;
            };
            assertThat(comeco).as(texto.getTextContent()).isGreaterThanOrEqualTo(0);
            assertThat(comeco + largura).as(texto.getTextContent()).isLessThanOrEqualTo(Svg.LARGURA);
            assertThat(Double.parseDouble(texto.getAttribute("y"))).isBetween(0.0, altura);
        }
    }

    private static Document ler(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elementos(Element raiz, String nome) {
        var nos = raiz.getElementsByTagName(nome);
        return IntStream.range(0, nos.getLength()).mapToObj(i -> (Element) nos.item(i)).toList();
    }

    private static List<String> textos(Element raiz, String nome) {
        return elementos(raiz, nome).stream().map(Element::getTextContent).toList();
    }
}
