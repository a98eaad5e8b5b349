package rinha.carga.medida;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.TipoDeErro;

@DisplayName("Placar: o que cada pedido sem resposta deixa nas medidas")
class PlacarTest {

    private static final long MS = 1_000_000;
    private final Placar placar = new Placar(0, instante -> true);

    @Test
    @DisplayName("a amostra de um pedido longo é cortada entre caracteres, e não no meio de um")
    void cortaEntreCaracteres_quandoOPedidoELongo() {
        for (String antes : new String[] {"", "x"}) {
            placar.semResposta(Pedido.com(Molde.postJson("r", "/"), antes + "😀".repeat(300)), TipoDeErro.CONEXAO_CAIU, "caiu", 0, MS, MS);
        }
        assertThat(placar.erros().getFirst().amostras()).hasSize(2).allSatisfy(a -> assertThat(a.pedido()).contains("…")
                .satisfies(p -> assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(p)).isTrue()));
    }

    @Test
    @DisplayName("quem não achou conexão espera na latência corrigida, e não entra na linha sem correção: ninguém o enviou")
    void naoInventaServico_quandoNaoTomouConexao() {
        placar.semResposta(Pedido.semCorpo(Molde.get("r", "/")), TipoDeErro.SEM_CONEXAO, "ocupadas", 0, 0, 300 * MS);
        placar.semResposta(Pedido.semCorpo(Molde.get("r", "/")), TipoDeErro.TIMEOUT, "nada", 0, 200 * MS, 300 * MS);
        MedidaDaRota rota = placar.rotas().getFirst();
        assertThat(rota.todas().total()).isEqualTo(2);
        assertThat(rota.servico().total()).isEqualTo(1);
        assertThat(rota.servico().percentilMs(0)).isGreaterThan(190);
    }
}
