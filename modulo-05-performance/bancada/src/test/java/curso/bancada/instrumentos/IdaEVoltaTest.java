package curso.bancada.instrumentos;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.servicos.ServicosDoTeste;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IdaEVoltaTest {
    @Test
    @DisplayName("A ida e volta medida nunca é menor que a que a rede lenta acrescenta")
    void incluiOAtraso_quandoPassaPelaRedeLenta() throws Exception {
        var atraso = Duration.ofMillis(8);
        try (var banco = ServicosDoTeste.abertos().postgres().novoBanco();
             var rede = RedeLenta.ate(banco.host(), banco.porta(), atraso);
             var conexao = DriverManager.getConnection(rede.jdbc(banco.url()), banco.usuario(), banco.senha())) {
            assertThat(IdaEVolta.medianaMs(conexao)).isGreaterThanOrEqualTo(atraso.toMillis());
        }
    }
}
