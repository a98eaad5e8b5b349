package rinha.balanceador.saude;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.balanceador.config.Config;

@DisplayName("Sonda: pergunta de novo o endereço de quem não respondeu")
final class SondaTest {
    private static final InetAddress ANTIGO = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress NOVO = InetAddress.ofLiteral("127.0.0.2");

    private final AtomicReference<InetAddress> endereco = new AtomicReference<>(ANTIGO);

    private Enderecos enderecos(int porta) {
        return new Enderecos(Config.de(Map.of(), "--servidores=api1:" + porta).destinos(), _ -> {
            if (endereco.get() == null) {
                throw new UnknownHostException("api1");
            }
            return endereco.get();
        });
    }

    @Test
    @DisplayName("O endereço antigo que engole a conexão, sem a recusar, também se troca")
    void trocaOEndereco_quandoOAntigoNaoResponde() throws Exception {
        try (var mudo = new ServerSocket(0, 1, ANTIGO)) {
            var enderecos = enderecos(mudo.getLocalPort());
            endereco.set(NOVO);

            var resposta = Sonda.de(enderecos, "/ready", Duration.ofMillis(50)).sondar(0);

            assertThat(resposta.tipo()).isEqualTo(Sonda.Tipo.LENTA);
            assertThat(enderecos.de(0).getAddress()).isEqualTo(NOVO);
        }
    }

    @Test
    @DisplayName("A conexão recusada se diz em português: o motivo vai para o log")
    void explica_quandoAConexaoERecusada() throws Exception {
        int porta;
        try (var fechada = new ServerSocket(0, 1, ANTIGO)) {
            porta = fechada.getLocalPort();
        }

        var resposta = Sonda.de(enderecos(porta), "/ready", Duration.ofSeconds(5)).sondar(0);

        assertThat(resposta).isEqualTo(Sonda.Resposta.ruim("não aceitou a conexão"));
    }

    @Test
    @DisplayName("Sem caminho, não pergunta nada ao servidor, e acha o nome que faltava ao subir")
    void achaONome_quandoNaoHaSondas() throws Exception {
        endereco.set(null);
        var enderecos = enderecos(9);
        assertThat(enderecos.de(0)).isNull();
        endereco.set(NOVO);

        var resposta = Sonda.de(enderecos, "", Duration.ofMillis(50)).sondar(0);

        assertThat(resposta.tipo()).isEqualTo(Sonda.Tipo.NENHUMA);
        assertThat(enderecos.de(0).getAddress()).isEqualTo(NOVO);
    }
}
