package exemplos.aula01_threads;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.medicao.Afirmacao;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Veredito;
import exemplos.ResultadosCurtos;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Experimentos da aula 01, no tamanho curto")
final class ExperimentosDaAula01Test {
    @Test
    @DisplayName("o pool nunca junta mais esperas do que threads; o assíncrono junta todas")
    void juntaNoMaximoAsDoPool_quandoEspera() throws Exception {
        var resultado = ResultadosCurtos.de(new EsperasExperimento());
        var juntas = resultado.tabelas().getFirst().valores("juntas");

        assertThat(juntas.get(JeitoDeEsperar.POOL_DE_200.ordinal())).isLessThanOrEqualTo(200);
        assertThat(juntas.get(JeitoDeEsperar.POOL_DE_1000.ordinal())).isLessThanOrEqualTo(1_000);
        assertThat(juntas.get(JeitoDeEsperar.ASSINCRONO.ordinal())).isEqualTo(2_000);
        assertThat(resultado.tabelas().getFirst().valores("threads").get(JeitoDeEsperar.POOL_DE_1000.ordinal()))
                .isGreaterThan(1_000);
        assertThat(resultado.resposta()).isPresent();
    }

    @Test
    @DisplayName("todos os jeitos de contar dão a mesma soma")
    void daAMesmaSoma_quandoDivideAConta() throws Exception {
        var resultado = ResultadosCurtos.de(new ContasExperimento());

        assertThat(afirmacao(resultado, "todos os jeitos dão a mesma soma").veredito()).isEqualTo(Veredito.VALE);
        assertThat(resultado.tabelas()).hasSize(2);
        assertThat(resultado.tabelas().getFirst().linhas()).hasSameSizeAs(JeitoDeContar.values());
    }

    @Test
    @DisplayName("um por vez o serviço mudo gasta o prazo, e só quem abandona deixa consulta andando")
    void deixaConsultaAndando_quandoAbandona() throws Exception {
        var tabela = ResultadosCurtos.de(new LequeExperimento()).tabelas().getFirst();

        assertThat(tabela.valores("respostas").get(JeitoDeConsultar.SEQUENCIAL.ordinal())).isZero();
        assertThat(tabela.valores("ainda em andamento").get(JeitoDeConsultar.ABANDONA.ordinal())).isPositive();
        assertThat(tabela.valores("ainda em andamento").get(JeitoDeConsultar.VIRTUAL.ordinal())).isZero();
        assertThat(tabela.valores("ainda em andamento").get(JeitoDeConsultar.ASSINCRONO.ordinal())).isZero();
    }

    @Test
    @DisplayName("pool, ator e laço contam certo; só o laço inteiro para com um bloqueado")
    void paraOLaco_quandoUmTratadorBloqueia() throws Exception {
        var resultado = ResultadosCurtos.de(new ModelosExperimento());

        assertThat(resultado.tabelas().get(1).valores("terminam")).containsExactly(100.0, 0.0, 0.0, 100.0);
        assertThat(resultado.afirmacoes()).hasSize(4).allMatch(a -> a.veredito() == Veredito.VALE);
    }

    @Test
    @DisplayName("quem gira gasta processador; quem é avisada quase não gasta")
    void gastaProcessador_quandoGira() throws Exception {
        var gasto = ResultadosCurtos.de(new EsperaOcupadaExperimento()).tabelas().getFirst().valores("processador (ms/s)");

        assertThat(gasto.get(JeitoDeAguardar.GIRANDO.ordinal())).isGreaterThan(gasto.get(JeitoDeAguardar.AVISADA.ordinal()));
    }

    @Test
    @DisplayName("o leque sem limite é recusado; com semáforo, ninguém é")
    void recusaNinguem_quandoOLequeTemLimite() throws Exception {
        var resultado = ResultadosCurtos.de(new LequeSemLimiteExperimento());

        assertThat(resultado.tabelas().getFirst().valores("recusadas").getFirst()).isPositive();
        assertThat(resultado.tabelas().getFirst().linhas().getLast().valores()).startsWith(200.0, 0.0);
    }

    private static Afirmacao afirmacao(Resultado resultado, String frase) {
        List<Afirmacao> achadas = resultado.afirmacoes().stream().filter(a -> a.frase().equals(frase)).toList();
        assertThat(achadas).as(frase).hasSize(1);
        return achadas.getFirst();
    }
}
