package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O encerramento de uma instância com conexões abertas")
final class EncerramentoTest {
    private static final String PEDIDO = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration PRAZO = Duration.ofSeconds(20);

    private Deposito deposito;
    private Instancia instancia;

    @BeforeEach
    void abrir() {
        deposito = Deposito.novo(Cenario.SQLITE_LOTE);
        instancia = deposito.instancia("CREDITO_PRAZO_ENCERRAMENTO_MS", "" + PRAZO.toMillis());
    }

    @AfterEach
    void fechar() {
        deposito.close();
    }

    @Test
    @DisplayName("Conexões paradas entre pedidos são fechadas, e não seguram o encerramento até o prazo")
    void encerraLogo_quandoConexoesEstaoParadas() throws Exception {
        try (var usada = new ConexaoCrua(instancia.porta()); var nova = new ConexaoCrua(instancia.porta())) {
            assertThat(usada.enviar(PEDIDO).receber().status()).isEqualTo(200);
            var encerramento = Thread.ofPlatform().start(instancia::close);
            assertThat(encerramento.join(PRAZO.dividedBy(2))).as("encerrou na metade do prazo").isTrue();
            assertThat(usada.fechada()).isTrue();
            assertThat(nova.fechada()).isTrue();
        }
    }

    @Test
    @DisplayName("Um pedido que já começou a chegar é respondido, ainda que o resto demore")
    void responde_quandoPedidoEstaAMeioCaminho() throws Exception {
        int porta = instancia.porta();
        try (var conexao = new ConexaoCrua(porta)) {
            assertThat(conexao.enviar(PEDIDO).receber().status()).isEqualTo(200);
            conexao.enviar(PEDIDO.substring(0, 10));
            var encerramento = Thread.ofPlatform().start(instancia::close);
            Espera.ate(() -> !aceita(porta), () -> "porta fechada");
            LockSupport.parkNanos(900_000_000);
            var resposta = conexao.enviar(PEDIDO.substring(10)).receber();
            assertThat(resposta.status()).isEqualTo(200);
            assertThat(resposta.fechaConexao()).isTrue();
            assertThat(encerramento.join(PRAZO.dividedBy(2))).as("encerrou na metade do prazo").isTrue();
        }
    }

    @Test
    @DisplayName("Durante o dreno toda resposta pede o fim da conexão, também a de um caminho ou método que não existe")
    void pedeOFim_quandoEstaDrenando() throws Exception {
        var outra = deposito.instancia("CREDITO_DRENO_MS", "3000");
        try (var a = new ConexaoCrua(outra.porta()); var b = new ConexaoCrua(outra.porta()); var c = new ConexaoCrua(outra.porta())) {
            var encerramento = Thread.ofPlatform().start(outra.aplicacao()::close);
            Espera.ate(() -> outra.cliente().ler("/ready").statusCode() == 503, () -> "saída anunciada");
            assertThat(a.enviar(PEDIDO).receber().fechaConexao()).isTrue();
            assertThat(b.enviar(PEDIDO.replace("/health", "/nada")).receber().fechaConexao()).isTrue();
            assertThat(c.enviar(PEDIDO.replace("GET", "PUT")).receber().fechaConexao()).isTrue();
            assertThat(encerramento.join(PRAZO)).as("encerrou no prazo").isTrue();
        }
    }

    @Test
    @DisplayName("Um pedido preso no banco além do prazo não impede o resto de fechar")
    void fechaOResto_quandoPedidoPassaDoPrazo() throws Exception {
        var ambiente = deposito.ambiente();
        ambiente.putAll(Map.of("CREDITO_PRAZO_CONSULTA_MS", "1500", "CREDITO_PRAZO_ESCRITA_MS", "100", "CREDITO_PRAZO_DESFECHO_MS", "100", "CREDITO_PRAZO_ENCERRAMENTO_MS", "500"));
        var presa = Instancia.noAr(ambiente);
        try (var trava = DriverManager.getConnection("jdbc:sqlite:" + ambiente.get("CREDITO_SQLITE_ARQUIVO")); var conexao = new ConexaoCrua(presa.porta())) {
            trava.createStatement().execute("BEGIN IMMEDIATE");
            conexao.enviar(ConexaoCrua.post(1, "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"presa\"}"));
            Espera.ate(() -> presa.cliente().ler("/metrics").body().contains("credito_escrita_em_curso 1.0"), () -> "a transação presa no banco");
            assertThatCode(presa::close).doesNotThrowAnyException();
        }
    }

    private static boolean aceita(int porta) {
        try (var _ = new ConexaoCrua(porta)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
