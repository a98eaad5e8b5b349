package exemplos.aula03_pool;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.medicao.Afirmacao;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Veredito;
import exemplos.ResultadosCurtos;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Experimentos da aula 03, no tamanho curto")
final class ExperimentosDaAula03Test {

    @Test
    @DisplayName("sem pool, cada requisição abre uma conexão; o pool não abre nenhuma")
    void abreUmaConexaoPorRequisicao_quandoNaoHaPool() throws Exception {
        var resultado = ResultadosCurtos.de(new ConexaoPorRequisicao());

        assertThat(resultado.tabelas().getFirst().linhas()).hasSize(4);
        assertThat(contagens(resultado)).hasSize(2).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("a varredura mede as duas cargas em cada tamanho")
    void medeAsDuasCargas_emCadaTamanho() throws Exception {
        var tabelas = ResultadosCurtos.de(new TamanhoDoPool()).tabelas();

        assertThat(tabelas.getFirst().valores("leituras/s")).hasSize(3).allMatch(v -> v > 0);
        assertThat(tabelas.get(1).valores("compras/s")).hasSize(3).allMatch(v -> v > 0);
    }

    @Test
    @DisplayName("cada falha prende uma conexão, a busca certa é recusada, e o vigia aponta quem vazou")
    void apontaQuemVazou_quandoAsFalhasPrendemConexoes() throws Exception {
        var resultado = ResultadosCurtos.de(new Vazamento());

        assertThat(resultado.tabelas().getFirst().valores("fecha só no sucesso (conexões)")).containsExactly(1.0, 2.0, 3.0, 4.0, 4.0);
        assertThat(resultado.tabelas().getFirst().valores("try com recursos (conexões)")).containsOnly(0.0);
        assertThat(contagens(resultado)).hasSize(4).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("com 30 s de espera ninguém é recusado e a fila cresce")
    void fazFila_quandoAEsperaELonga() throws Exception {
        var resultado = ResultadosCurtos.de(new Saturacao());

        assertThat(resultado.tabelas().getFirst().valores("recusadas").getFirst()).isZero();
        assertThat(contagens(resultado)).hasSize(1).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("quatro compras de duas conexões travam um pool de quatro, e não um de cinco")
    void travaOPool_quandoCadaCompraPedeDuasConexoes() throws Exception {
        var resultado = ResultadosCurtos.de(new ImpasseDoPool());

        assertThat(resultado.tabelas().getFirst().valores("recusadas (compras)").getFirst()).isPositive();
        assertThat(contagens(resultado)).hasSize(4).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    /// As afirmações que contam; as que medem tempo ficam inconclusivas com os poucos pares do tamanho curto.
    private static List<Afirmacao> contagens(Resultado resultado) {
        return resultado.afirmacoes().stream().filter(a -> a.veredito() != Veredito.INCONCLUSIVA).toList();
    }
}
