package exemplos.aula05_consultas;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.medicao.Afirmacao;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Veredito;
import exemplos.ResultadosCurtos;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Experimentos da aula 05, no tamanho curto")
final class ExperimentosDaAula05Test {
    @Test
    @DisplayName("o N+1 vai e volta uma vez por autor e mais uma; os outros jeitos, uma ou duas, com a mesma resposta")
    void contaIdasEVoltas_quandoLeDezAutores() throws Exception {
        var resultado = ResultadosCurtos.de(new NMaisUmExperimento());

        assertThat(resultado.tabelas().getFirst().valores("idas e voltas")).containsExactly(11.0, 1.0, 2.0, 2.0);
        assertThat(contagens(resultado)).hasSize(5).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("o join de duas coleções multiplica as linhas")
    void multiplicaLinhas_quandoJuntaDuasColecoes() throws Exception {
        var resultado = ResultadosCurtos.de(new JoinQueMultiplicaExperimento());

        assertThat(resultado.tabelas().getFirst().valores("linhas juntas")).containsExactly(180.0);
        assertThat(resultado.tabelas().getFirst().valores("linhas separadas")).containsExactly(120.0);
        assertThat(contagens(resultado)).hasSize(2).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("cada índice lê menos páginas que o anterior, e o que cobre lê poucas")
    void lePoucasPaginas_quandoOIndiceCobre() throws Exception {
        var resultado = ResultadosCurtos.de(new IndicesExperimento());

        assertThat(resultado.tabelas().getFirst().valores("páginas").getLast()).isLessThan(10);
        assertThat(contagens(resultado)).hasSize(6).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("o LATERAL manda só as linhas pedidas e lê menos páginas que a janela")
    void leSoOComeco_quandoPedeAsUltimasDeCada() throws Exception {
        var resultado = ResultadosCurtos.de(new UltimosDeCadaExperimento());

        assertThat(resultado.tabelas().getFirst().valores("linhas recebidas")).containsExactly(5_000.0, 30.0, 30.0, 30.0);
        assertThat(contagens(resultado)).hasSize(3).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("cada índice cobra um registro de WAL por linha")
    void cobraWal_quandoHaMaisIndices() throws Exception {
        assertThat(contagens(ResultadosCurtos.de(new PrecoDosIndicesExperimento()))).hasSize(1).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("a estimativa erra sem estatísticas e acerta com as dependências")
    void acertaAEstimativa_quandoConheceAsDependencias() throws Exception {
        assertThat(contagens(ResultadosCurtos.de(new EstatisticasExperimento()))).hasSize(4).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("os seis jeitos inserem tudo, e o lote vai e volta menos")
    void vaiEVoltaMenos_quandoInsereEmLote() throws Exception {
        var resultado = ResultadosCurtos.de(new InsercaoExperimento());

        assertThat(resultado.tabelas().getFirst().valores("idas e voltas")).startsWith(300.0, 301.0).endsWith(1.0, 2.0);
        assertThat(contagens(resultado)).hasSize(3).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    /// As afirmações que contam; as que medem tempo ficam inconclusivas com os poucos pares do tamanho curto.
    private static List<Afirmacao> contagens(Resultado resultado) {
        return resultado.afirmacoes().stream().filter(a -> a.veredito() != Veredito.INCONCLUSIVA).toList();
    }
}
