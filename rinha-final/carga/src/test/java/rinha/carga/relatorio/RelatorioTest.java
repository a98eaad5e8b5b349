package rinha.carga.relatorio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import rinha.carga.Alvo;
import rinha.carga.Conferencia;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.cli.Resumo;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;
import rinha.carga.tela.Terminal;

@DisplayName("Relatórios: o que sai diz o que foi medido")
class RelatorioTest {

    private final Resultado resultado = ResultadoDeExemplo.criar();

    @TempDir
    Path pasta;

    @Test
    @DisplayName("o JSON traz totais, percentis, rotas, erros, intervalos e a saúde do gerador")
    void trazTudo_quandoEscreveJson() throws Exception {
        Path arquivo = pasta.resolve("r.json");
        RelatorioJson.escrever(resultado, arquivo);
        JsonNode j = new ObjectMapper().readTree(Files.readAllBytes(arquivo));
        assertThat(j.get("pedidos").asLong()).isEqualTo(resultado.pedidos()).isEqualTo(1_001);
        assertThat(j.get("respondidos").asLong()).isEqualTo(1_000);
        assertThat(j.at("/latencia/p99").asDouble()).isEqualTo(resultado.latencias().p99Ms());
        assertThat(j.at("/latencia/p99.9").asDouble()).isEqualTo(resultado.latencias().p999Ms());
        assertThat(j.get("rotas")).hasSize(2);
        assertThat(j.at("/rotas/0/porStatus/200").asLong()).isEqualTo(500);
        assertThat(j.at("/errosPorTipo/0/tipo").asText()).isEqualTo(TipoDeErro.CONEXAO_CAIU.name());
        assertThat(j.at("/errosPorTipo/0/amostras/0/pedido").asText()).contains("<script>");
        assertThat(j.get("intervalos")).hasSize(resultado.intervalos().size());
        assertThat(j.at("/intervalos/0/p99Ms").isNumber()).isTrue();
        assertThat(j.at("/gerador/foiOGargalo").asBoolean()).isFalse();
        assertThat(j.at("/gerador/ritmo/lento").asDouble()).isEqualTo(0.125);
        assertThat(j.at("/gerador/ritmo/latenciaForaDoLento/total").asLong()).isEqualTo(1_000);
        assertThat(j.at("/plano/modelo").asText()).isEqualTo("aberto");
    }

    @Test
    @DisplayName("sem resposta nenhuma não há latência: sai um travessão, e não zero")
    void travessao_quandoNadaRespondeu() {
        assertThat(Numeros.ms(new Latencias(), Latencias::p99Ms)).isEqualTo("—");
        assertThat(Numeros.ms(resultado.latencias(), Latencias::p99Ms)).isEqualTo(Numeros.ms(resultado.latencias().p99Ms()));
    }

    /// A página é HTML escrito como XML nas partes que geramos: assim um analisador acha a marca mal fechada.
    private static Document analisar(String pagina) throws Exception {
        String xml = pagina.substring(pagina.indexOf("<body>"), pagina.indexOf("</body>") + 7);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    @DisplayName("o HTML é um arquivo só, sem rede e sem script, bem formado, com três gráficos descritos")
    void bastaASi_quandoEscreveHtml() throws Exception {
        String pagina = RelatorioHtml.pagina(resultado);
        assertThat(pagina).contains("<html lang=\"pt-BR\">", "prefers-color-scheme: dark", "width=device-width")
                .doesNotContain("<script", "src=", "href=", "url(", "NaN", "Infinity", "null");
        var svgs = analisar(pagina).getElementsByTagName("svg");
        int descritos = 0;
        for (int i = 0; i < svgs.getLength(); i++) {
            boolean imagem = svgs.item(i).getAttributes().getNamedItem("role") != null;
            descritos += imagem && !svgs.item(i).getAttributes().getNamedItem("aria-label").getNodeValue().isBlank() ? 1 : 0;
        }
        assertThat(descritos).isEqualTo(3);
    }

    @Test
    @DisplayName("o que o servidor ou o pedido trazem não vira marcação da página")
    void escapa_quandoAAmostraTrazMarcacao() {
        assertThat(RelatorioHtml.pagina(resultado)).contains("&lt;script&gt;alert(&#39;{{plano}}&#39;)").doesNotContain("<script>");
    }

    @Test
    @DisplayName("o veredito tem três respostas: o gargalo foi o gerador, a latência inclui esperas desta máquina, ou os números são do sistema")
    void dizDeQuemSaoOsNumeros_antesDeles() {
        assertThat(new Secoes(ResultadoDeExemplo.julgado(false)).veredito()).contains("veredito bom", "os números são do sistema");
        assertThat(new Secoes(ResultadoDeExemplo.julgado(true)).veredito())
                .contains("veredito aviso", "A latência inclui esperas desta máquina: leia os avisos.").doesNotContain("são do sistema");
        assertThat(new Secoes(ResultadoDeExemplo.julgado(true, "Sem folga.")).veredito())
                .contains("veredito aviso", "O gerador foi o gargalo", "Sem folga.").doesNotContain("leia os avisos");
        assertThat(RelatorioJson.arvore(ResultadoDeExemplo.julgado(true)).at("/gerador/latenciaAfetada").asBoolean()).isTrue();
        assertThat(RelatorioJson.arvore(resultado).at("/gerador/latenciaAfetada").asBoolean(true)).isFalse();
    }

    @Test
    @DisplayName("a carga interrompida diz quantos pedidos ela cortou, na página e no JSON")
    void dizQuantosCortou_quandoFoiInterrompida() {
        assertThat(RelatorioHtml.pagina(ResultadoDeExemplo.interrompido())).contains("interrompida antes da hora. Fora das contas: 1 pedido em curso quando você interrompeu.");
        assertThat(RelatorioJson.arvore(ResultadoDeExemplo.interrompido()).get("cortados").asLong()).isEqualTo(1);
        assertThat(RelatorioHtml.pagina(resultado)).doesNotContain("interrompida");
    }

    @Test
    @DisplayName("meio caractere, que nenhum arquivo guarda, vira o sinal de caractere perdido")
    void trocaOMeioCaractere_quandoEscapa() {
        assertThat(Html.texto("a\ud83d<b\ude00")).isEqualTo("a\ufffd&lt;b\ufffd");
        assertThat(Html.texto("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Test
    @DisplayName("carga longa: o gráfico junta segundos e diz que cada ponto é o pior deles; o aquecimento é marcado e não é o máximo dito")
    void dizQueJuntou_quandoACargaELonga() throws Exception {
        String pagina = RelatorioHtml.pagina(ResultadoDeExemplo.longo());
        assertThat(pagina).contains("p50, o pior de cada 2 segundos", "Ver os números de cada 2 segundos", "aquecimento, não conta",
                "Máximo depois do aquecimento: 7,00 ms").doesNotContain("Ver os números de cada segundo");
        assertThat(analisar(pagina).getElementsByTagName("rect").item(0).getAttributes().getNamedItem("class").getNodeValue()).isEqualTo("aquecimento");
        assertThat(RelatorioHtml.pagina(resultado)).doesNotContain("o pior de cada", "<rect");
    }

    @Test
    @DisplayName("os erros do aquecimento também saem por tipo no JSON")
    void separaOsDoAquecimento_quandoEscreveJson() {
        JsonNode j = RelatorioJson.arvore(ResultadoDeExemplo.longo());
        assertThat(j.at("/errosNoAquecimentoPorTipo/0/tipo").asText()).isEqualTo("CONEXAO_CAIU");
        assertThat(j.at("/errosNoAquecimentoPorTipo/0/quantos").asLong()).isEqualTo(1);
        assertThat(j.get("errosPorTipo")).isEmpty();
    }

    @Test
    @DisplayName("o gráfico passa pelos valores: cada segundo do intervalo é um ponto do traço")
    void desenhaCadaSegundo_quandoHaIntervalos() throws Exception {
        var tracos = analisar(RelatorioHtml.pagina(resultado)).getElementsByTagName("path");
        String p50 = tracos.item(2).getAttributes().getNamedItem("d").getNodeValue();
        assertThat(p50.split("[ML]")).hasSize(1 + resultado.intervalos().size());
    }

    @Test
    @DisplayName("carga sem nenhuma resposta ainda dá uma página e um JSON")
    void naoQuebra_quandoNadaRespondeu() throws Exception {
        Resultado vazio = ResultadoDeExemplo.semRespostas();
        assertThat(analisar(RelatorioHtml.pagina(vazio)).getElementsByTagName("figure").getLength()).isEqualTo(3);
        assertThat(RelatorioJson.arvore(vazio).get("respondidos").asLong()).isZero();
    }

    @Test
    @DisplayName("um só fica no singular")
    void concorda_quandoHaUmSo() {
        Modelo uma = new Modelo.Fechado(1, Duration.ZERO, Duration.ofSeconds(1), 0, () -> null);
        assertThat(Descricao.doModelo(Plano.de(Alvo.de("http://127.0.0.1:1"), uma, Conferencia.status(200)))).contains("1 conexão,");
        assertThat(Descricao.doModelo(resultado.plano())).contains("1.000 pedidos com hora marcada, até 8 conexões");
        assertThat(new Maquina("Linux", "x", 1, "25", "G1").frase()).contains("1 processador,");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Resumo(new PrintStream(bytes, true, StandardCharsets.UTF_8), new Terminal(false, false, 80)).escrever(resultado);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("; 1 coleta de lixo,", "1.000 respostas em");
    }

    @Test
    @DisplayName("números saem como se leem em português")
    void escreveEmPortugues_quandoFormata() {
        assertThat(Numeros.ms(0.1234)).isEqualTo("0,123");
        assertThat(Numeros.ms(12.34)).isEqualTo("12,3");
        assertThat(Numeros.ms(12_345)).isEqualTo("12.345");
        assertThat(Numeros.porcento(0.9999)).isEqualTo("99,99%");
        assertThat(Numeros.porcento(0.5)).isEqualTo("50%");
        assertThat(Numeros.porcento(0.99998)).isEqualTo("99,99%");
        assertThat(Numeros.porcento(0.00001)).isEqualTo("0,01%");
        assertThat(Numeros.porcento(1)).isEqualTo("100%");
        assertThat(Numeros.porcento(0)).isEqualTo("0%");
        assertThat(Numeros.duracao(Duration.ofMillis(1_550))).isEqualTo("1s550ms");
        assertThat(Numeros.duracao(Duration.ofHours(30))).isEqualTo("30h");
        assertThat(Numeros.duracao(Duration.ofMinutes(61))).isEqualTo("1h1min");
        assertThat(Numeros.duracao(Duration.ofSeconds(90))).isEqualTo("1min30s");
        assertThat(Numeros.duracao(Duration.ofMillis(500))).isEqualTo("500ms");
        assertThat(Numeros.duracao(Duration.ZERO)).isEqualTo("0s");
    }
}
