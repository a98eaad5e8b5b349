package exemplos.aula03_pool;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.medicao.Afirmacao;
import curso.bancada.medicao.AmbienteDoProcesso;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Veredito;
import curso.bancada.servicos.Servicos;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Experimentos da aula 03, no tamanho curto")
final class ExperimentosDaAula03Test {

    private static Servicos servicos;

    @BeforeAll
    static void abrir() {
        servicos = Servicos.abrir();
    }

    @AfterAll
    static void fechar() {
        servicos.close();
    }

    @Test
    @DisplayName("sem pool, cada requisição abre uma conexão; o pool não abre nenhuma")
    void abreUmaConexaoPorRequisicao_quandoNaoHaPool() throws Exception {
        var resultado = executar(new ConexaoPorRequisicao());

        assertThat(resultado.tabelas().getFirst().linhas()).hasSize(4);
        assertThat(contagens(resultado)).hasSize(2).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("a varredura mede cada tamanho, e com mais conexões se espera menos por elas")
    void esperaMenosPorConexao_quandoHaMaisConexoes() throws Exception {
        var tabelas = executar(new TamanhoDoPool()).tabelas();

        assertThat(tabelas.getFirst().valores("leituras/s")).hasSize(3).allMatch(v -> v > 0);
        var esperas = tabelas.getLast().valores("espera por conexão (ms)");
        assertThat(esperas.getFirst()).as("espera com uma conexão para 64 clientes").isGreaterThan(esperas.getLast());
    }

    @Test
    @DisplayName("cada falha prende uma conexão, a busca certa é recusada, e o vigia aponta quem vazou")
    void apontaQuemVazou_quandoAsFalhasPrendemConexoes() throws Exception {
        var resultado = executar(new Vazamento());

        assertThat(resultado.tabelas().getFirst().valores("fecha só no sucesso (conexões)")).containsExactly(1.0, 2.0, 3.0, 4.0, 4.0);
        assertThat(resultado.tabelas().getFirst().valores("try com recursos (conexões)")).containsOnly(0.0);
        assertThat(contagens(resultado)).hasSize(4).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("com 30 s de espera ninguém é recusado e a fila cresce")
    void fazFila_quandoAEsperaELonga() throws Exception {
        var resultado = executar(new Saturacao());

        assertThat(resultado.tabelas().getFirst().valores("recusadas").getFirst()).isZero();
        assertThat(contagens(resultado)).hasSize(1).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("quatro compras de duas conexões travam um pool de quatro, e não um de cinco")
    void travaOPool_quandoCadaCompraPedeDuasConexoes() throws Exception {
        var resultado = executar(new ImpasseDoPool());

        assertThat(resultado.tabelas().getFirst().valores("recusadas (compras)").getFirst()).isPositive();
        assertThat(contagens(resultado)).hasSize(4).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    private static Resultado executar(Experimento experimento) throws Exception {
        return experimento.executar(new AmbienteDoProcesso(servicos, true, _ -> { }));
    }

    /// As afirmações que contam; as que medem tempo ficam inconclusivas com os poucos pares do tamanho curto.
    private static List<Afirmacao> contagens(Resultado resultado) {
        return resultado.afirmacoes().stream().filter(a -> a.veredito() != Veredito.INCONCLUSIVA).toList();
    }
}
