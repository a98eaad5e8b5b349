package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rinha.carga.TipoDeErro;

@DisplayName("Falha: o que se diz de um pedido sem resposta")
class FalhaTest {

    @ParameterizedTest
    @ValueSource(strings = {"Connection reset by peer", "Broken pipe", "Connection reset", "Connection timed out"})
    @DisplayName("o que a JVM diz em inglês chega em português, com o ponto em que parou")
    void traduz(String daJvm) {
        Falha falha = Falha.aoFalar(new IOException(daJvm), "antes do primeiro byte");
        assertThat(falha.tipo()).isEqualTo(TipoDeErro.CONEXAO_CAIU);
        assertThat(falha.detalhe()).doesNotContain("onnection", "roken").endsWith(", antes do primeiro byte");
    }

    @Test
    @DisplayName("conexão recusada diz onde ninguém escuta; porta e descritor que faltam são desta máquina")
    void distingueQuemFaltou() {
        var endereco = new InetSocketAddress("127.0.0.1", 1);
        assertThat(Falha.aoConectar(new IOException("Connection refused"), endereco))
                .isEqualTo(new Falha(TipoDeErro.CONEXAO_RECUSADA, "ninguém escuta em 127.0.0.1:1"));
        assertThat(Falha.aoConectar(new BindException("Cannot assign requested address"), endereco))
                .isEqualTo(new Falha(TipoDeErro.SEM_RECURSO_LOCAL, "faltou uma porta nesta máquina ao conectar em 127.0.0.1:1"));
        assertThat(Falha.semRecurso(new IOException("Too many open files")))
                .isEqualTo(new Falha(TipoDeErro.SEM_RECURSO_LOCAL, "faltaram descritores nesta máquina"));
    }
}
