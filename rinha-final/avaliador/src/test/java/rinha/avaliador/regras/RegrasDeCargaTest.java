package rinha.avaliador.regras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.avaliador.Achado;
import rinha.avaliador.consistencia.Fechamento;
import rinha.carga.Alvo;
import rinha.carga.Chegadas;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.ErroVisto;
import rinha.carga.medida.Resultado;

@DisplayName("V01: o que se diz dos erros da carga")
final class RegrasDeCargaTest {

    private static Falha unica(TipoDeErro tipo, long quantos, String... detalhes) {
        List<ErroVisto.Amostra> amostras = List.of(detalhes).stream().map(d -> new ErroVisto.Amostra(1, "POST /clientes/1/transacoes", d)).toList();
        Plano plano = Plano.de(Alvo.de("http://127.0.0.1:1"), Rinha2024.carga(Duration.ofSeconds(1), 256, Chegadas.REGULARES, 42), new ConferenciaDaRinha());
        Resultado r = new Resultado(plano, Instant.EPOCH, 1, quantos, List.of(), List.of(new ErroVisto(tipo, quantos, amostras)), List.of(), List.of(), null, false, 0);
        assertThat(RegrasDeCarga.respostas(r).falhas()).hasSize(1);
        return RegrasDeCarga.respostas(r).falhas().iterator().next();
    }

    @Test
    @DisplayName("um erro só tem um exemplo, e nenhum em branco; a conta é a do gerador")
    void naoInventaExemplos() {
        assertThat(unica(TipoDeErro.STATUS_INESPERADO, 1, "500").exemplos()).singleElement().extracting(Achado.Exemplo::veio).isEqualTo("500");
        Falha muitos = unica(TipoDeErro.STATUS_INESPERADO, 70, "500", "501", "502", "503", "504");
        assertThat(muitos.vezes()).isEqualTo(70);
        assertThat(muitos.exemplos()).extracting(Achado.Exemplo::veio).startsWith("500", "501");
    }

    @Test
    @DisplayName("uma transação só é escrita no singular")
    void concorda() {
        Fechamento um = new Fechamento(List.of(new Fechamento.Conta(1, 0, 1, 5, 1, 0, 5, 9)));
        Exame exame = RegrasDeCarga.soma(um);
        assertThat(exame.notas()).contains("De 1 transação não se sabe se valeu:");
        assertThat(exame.falhas().iterator().next().exemplos().getFirst().enviado()).startsWith("1 transação aceita no cliente 1");
    }

    @Test
    @DisplayName("sem conexão livre: o servidor demora mais do que os pedidos a chegar, e a culpa não é desta máquina")
    void culpaALentidao_quandoFaltamConexoesLivres() {
        Falha semConexao = unica(TipoDeErro.SEM_CONEXAO, 9, "todas as conexões ocupadas até o fim do prazo");
        assertThat(semConexao.causa()).contains("mais devagar", "256 conexões").doesNotContain("nesta máquina");
        assertThat(semConexao.proximo()).doesNotContain("pode não ser do alvo");
        assertThat(unica(TipoDeErro.SEM_RECURSO_LOCAL, 9, "x").causa()).contains("nesta máquina");
    }
}
