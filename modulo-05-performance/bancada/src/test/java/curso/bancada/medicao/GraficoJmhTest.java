package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Gráfico do JMH")
class GraficoJmhTest {

    private static final String JSON = """
            [{"benchmark": "exemplos.aula03_pool.ConexaoBenchmark.semPool", "mode": "thrpt",
              "primaryMetric": {"score": 250.0, "scoreError": 50.0, "scoreUnit": "ops/s"}},
             {"benchmark": "exemplos.aula03_pool.ConexaoBenchmark.comPool", "mode": "thrpt",
              "params": {"tamanho": "4", "fila": "sim"},
              "primaryMetric": {"score": 900.0, "scoreError": 100.0, "scoreUnit": "ops/s"}},
             {"benchmark": "exemplos.aula03_pool.ConexaoBenchmark.partida", "mode": "ss",
              "primaryMetric": {"score": 0.01234, "scoreError": "NaN", "scoreUnit": "s/op"}}]""";

    @Test
    @DisplayName("lê classe, nome com parâmetros, modo, unidade, valor e erro")
    void leOResultado() {
        var medidas = GraficoJmh.ler(JSON, "jmh.json");
        assertThat(medidas).hasSize(3);
        assertThat(medidas.get(1)).isEqualTo(new GraficoJmh.Medida("ConexaoBenchmark", "comPool tamanho=4, fila=sim",
                "thrpt", "ops/s", 900, 100));
        assertThat(medidas.get(2).erro()).isNaN();
    }

    @Test
    @DisplayName("desenha um quadro por classe, modo e unidade, com o erro sobre a barra")
    void desenhaComErro() {
        assertThat(GraficoJmh.tela(GraficoJmh.ler(JSON, "jmh.json"), new Tela(72, false, false))).isEqualTo("""
                ConexaoBenchmark (ops/s, vazão: mais é melhor)
                semPool                      ██████├┼─┤ 250 ± 50
                comPool tamanho=4, fila=sim  █████████████████████████├───┼──┤ 900 ± 100

                ConexaoBenchmark (s/op, uma execução a frio: menos é melhor)
                partida  ████████████████████████████████████████████████████████ 0,0123
                """);
    }

    @Test
    @DisplayName("um erro maior que o valor não sai da tela pela esquerda")
    void erroMaiorQueOValor() {
        var tela = GraficoJmh.tela(java.util.List.of(new GraficoJmh.Medida("X", "y", "avgt", "ns/op", 10, 40)), new Tela(60, false, true));
        assertThat(tela.lines().skip(1)).first().asString().matches("y  \\[-+\\|-+] 10,0 \\+- 40,0");
        assertThat(tela.lines()).allMatch(l -> l.length() <= 60);
    }

    @Test
    @DisplayName("arquivo que não é do JMH: a mensagem diz qual e o que fazer")
    void recusaOutroArquivo() {
        for (var json : new String[] {"[{\"benchmark\": \"a.b.c\"", "{}", "[{\"benchmark\": \"a.b.C.d\"}]", ""}) {
            assertThatThrownBy(() -> GraficoJmh.ler(json, "jmh.json")).as(json).isInstanceOf(MedicaoInvalida.class)
                    .hasMessageStartingWith("jmh.json não é um resultado do JMH").hasMessageEndingWith("-rf json");
        }
    }
}
