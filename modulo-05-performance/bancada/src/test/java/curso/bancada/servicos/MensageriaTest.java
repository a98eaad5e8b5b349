package curso.bancada.servicos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(90)
class MensageriaTest {
    private final Mensageria mensageria = ServicosDoTeste.abertos().mensageria();

    @Test
    @DisplayName("Uma mensagem publicada com confirmação chega a quem lê a fila")
    void entrega_quandoPublica() throws Exception {
        try (Connection conexao = mensageria.fabrica().newConnection(); Channel canal = conexao.createChannel()) {
            String fila = canal.queueDeclare().getQueue();
            canal.confirmSelect();
            canal.basicPublish("", fila, MessageProperties.PERSISTENT_TEXT_PLAIN, "olá".getBytes(StandardCharsets.UTF_8));
            assertThat(canal.waitForConfirms(5_000)).isTrue();
            assertThat(new String(canal.basicGet(fila, true).getBody(), StandardCharsets.UTF_8)).isEqualTo("olá");
        }
    }

    @Test
    @DisplayName("Um argumento que o broker embutido não aceita falha, em vez de pendurar")
    void falha_quandoArgumentoRecusado() throws Exception {
        Connection conexao = mensageria.fabrica().newConnection();
        try {
            Channel canal = conexao.createChannel();
            assertThatThrownBy(() -> canal.queueDeclare("com-validade", false, true, true, Map.of("x-message-ttl", 1_000)))
                    .isInstanceOf(IOException.class).cause().hasMessageContaining("x-message-ttl");
        } finally {
            conexao.abort();
        }
    }

    @Test
    @DisplayName("O mesmo broker serve por endereço, e fechar não o encerra")
    void serve_quandoPorEndereco() throws Exception {
        try (Servicos outros = Servicos.abrir(Map.of("CURSO_AMQP_URL", mensageria.url()), aviso -> {})) {
            assertThat(outros.mensageria().origem()).isEqualTo(Origem.ENDERECO);
            outros.mensageria().fabrica().newConnection().close();
        }
        assertThat(mensageria.vivo()).isTrue();
    }

    @Test
    @DisplayName("Um endereço que não se lê é recusado sem mostrar a senha")
    void recusa_quandoEnderecoIlegivel() {
        try (Servicos servicos = Servicos.abrir(Map.of("CURSO_AMQP_URL", "amqp+ssl://eu:segredo@host"), aviso -> {})) {
            assertThatThrownBy(servicos::mensageria).isInstanceOf(FalhaDeServico.class)
                    .hasMessageContaining("CURSO_AMQP_URL").hasMessageNotContaining("segredo").hasNoCause();
        }
    }
}
