package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Cabeçalhos que gotejam, e conexões que só estão ociosas")
final class CabecalhosLentosTest {
    private static final int PRAZO_MS = 1_000;
    /// O prazo, e folga de sobra para uma máquina ocupada; menos que o triplo, que só o corpo tem.
    private static final int PACIENCIA_MS = 2_900;

    private static Deposito deposito;
    private static Instancia instancia;

    @BeforeAll
    static void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia("CREDITO_PRAZO_PEDIDO_MS", "" + PRAZO_MS);
    }

    @AfterAll
    static void fechar() {
        instancia.close();
        deposito.close();
    }

    /// A vigia olha a cada 250 ms: 50 ms entre linhas dão bytes novos em toda volta; 400 ms deixam voltas sem nenhum.
    @ParameterizedTest
    @ValueSource(ints = {50, 400})
    @DisplayName("Cliente que goteja cabeçalhos sem nunca terminar é desconectado no prazo, depressa ou devagar, no primeiro pedido ou depois")
    void desconecta_quandoCabecalhosGotejam(int intervaloMs) throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            assertThat(conexao.enviar("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").receber().status()).isEqualTo(200);
            assertThatThrownBy(() -> {
                conexao.enviar("GET /health HTTP/1.1\r\n");
                for (int i = 0; i < PACIENCIA_MS / intervaloMs; i++) {
                    LockSupport.parkNanos(intervaloMs * 1_000_000L);
                    conexao.enviar("X: x\r\n");
                }
            }).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("Uma conexão parada entre pedidos não é tomada por lenta")
    void segueAberta_quandoEstaParadaEntrePedidos() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            for (int i = 0; i < 4; i++) {
                assertThat(conexao.enviar("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").receber().status()).isEqualTo(200);
                LockSupport.parkNanos(400_000_000);
            }
        }
    }

    @Test
    @DisplayName("Uma conexão ociosa por mais tempo que o prazo dos cabeçalhos segue aberta, ainda que o corpo tenha vindo depois deles")
    void segueAberta_quandoFicaOciosaDepoisDeCorpoAtrasado() throws IOException {
        try (var conexao = new ConexaoCrua(instancia.porta())) {
            String post = ConexaoCrua.post(1, "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"x\"}");
            int corpo = post.indexOf("\r\n\r\n") + 4;
            conexao.enviar(post.substring(0, corpo));
            LockSupport.parkNanos(150_000_000);
            assertThat(conexao.enviar(post.substring(corpo)).receber().status()).isEqualTo(200);
            LockSupport.parkNanos(1_500_000_000);
            assertThat(conexao.enviar(post).receber().corpo()).contains("\"saldo\":2");
        }
    }
}
