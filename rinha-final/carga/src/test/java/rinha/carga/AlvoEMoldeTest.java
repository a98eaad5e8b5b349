package rinha.carga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Alvo e Molde: o que se aceita pôr na rede")
class AlvoEMoldeTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9999/clientes/1/extrato?x=1, 9999, 127.0.0.1:9999, /clientes/1/extrato?x=1",
        "http://127.0.0.1, 80, 127.0.0.1, /",
        "HTTP://127.0.0.1:80/a%20b, 80, 127.0.0.1, /a%20b",
        "http://[::1]:9999/, 9999, [::1]:9999, /",
    })
    @DisplayName("lê host, porta e caminho da URL")
    void leAsPartes_quandoAUrlEHttp(String url, int porta, String cabecalho, String caminho) {
        Alvo alvo = Alvo.de(url);
        assertThat(alvo.endereco().getPort()).isEqualTo(porta);
        assertThat(alvo.cabecalho()).isEqualTo(cabecalho);
        assertThat(alvo.caminho()).isEqualTo(caminho);
        assertThat(alvo.ehLocal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "127.0.0.1:9999", "http://", "http://u:s@127.0.0.1/", "http://a b/"})
    @DisplayName("recusa o que não sabe falar, repetindo o que veio")
    void recusa_quandoAUrlNaoServe(String url) {
        assertThatThrownBy(() -> Alvo.de(url)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(url);
    }

    @Test
    @DisplayName("endereço de fora não é local")
    void naoELocal_quandoOEnderecoEDeFora() {
        assertThat(Alvo.de("http://192.0.2.1/").ehLocal()).isFalse();
    }

    @Test
    @DisplayName("quebra de linha não entra em caminho nem em cabeçalho")
    void recusa_quandoHaInjecaoDeCabecalho() {
        assertThatThrownBy(() -> Molde.get("x", "/a\r\nX: y")).hasMessageContaining("caminho");
        assertThatThrownBy(() -> Molde.get("x", "/a b")).hasMessageContaining("caminho");
        assertThatThrownBy(() -> new Molde("x", "GET", "/", Map.of("A", "b\r\nC: d"))).hasMessageContaining("cabeçalho");
        assertThatThrownBy(() -> new Molde("x", "GET", "/", Map.of("content-length", "9"))).hasMessageContaining("motor");
    }
}
