package rinha.avaliador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@DisplayName("Alvos que não falam o contrato, ou não falam nada: o avaliador termina, e diz o que viu")
final class AlvoRuimTest {

    private static final Duration LARGO = Duration.ofSeconds(5);
    private static final Duration CURTO = Duration.ofMillis(300);

    private static Avaliacao avaliar(URI url, String... so) throws Exception {
        return avaliar(url, LARGO, so);
    }

    private static Avaliacao avaliar(URI url, Duration prazo, String... so) throws Exception {
        return Avaliador.avaliar(PlanoDeAvaliacao.de(url).comPrazo(prazo).semCarga().comSo(Set.of(so)), Andamento.nenhum());
    }

    private static String resposta(String status, String cabecalhos, String corpo) {
        return "HTTP/1.1 " + status + "\r\n" + cabecalhos + "Content-Length: " + corpo.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + corpo;
    }

    @Test
    @DisplayName("ninguém escuta na porta: diz que não atende e o que fazer")
    void recusa_quandoNinguemEscuta() throws Exception {
        URI url = ServidorCru.portaFechada();
        assertThatThrownBy(() -> avaliar(url)).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("não atende").hasMessageContaining("./curso rinha subir");
    }

    @Test
    @DisplayName("o servidor aceita e se cala: desiste no prazo")
    void recusa_quandoOServidorSeCala() throws Exception {
        try (ServidorCru mudo = new ServidorCru((_, _) -> Thread.sleep(60_000))) {
            assertThatThrownBy(() -> avaliar(mudo.url(), CURTO)).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("300 ms");
        }
    }

    @Test
    @DisplayName("o servidor goteja a resposta sem nunca terminar: o prazo é do todo, e não de cada byte")
    void recusa_quandoARespostaGoteja() throws Exception {
        try (ServidorCru lento = new ServidorCru((_, saida) -> {
            saida.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                saida.write('x');
                Thread.sleep(20);
            }
        })) {
            assertThatThrownBy(() -> avaliar(lento.url(), CURTO)).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("300 ms");
        }
    }

    @Test
    @DisplayName("o servidor corta cada conexão: diz onde ela caiu")
    void recusa_quandoOServidorCortaConexoes() throws Exception {
        try (ServidorCru cortador = new ServidorCru((conexao, _) -> conexao.getInputStream().read())) {
            assertThatThrownBy(() -> avaliar(cortador.url())).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("conexão caiu");
        }
    }

    @Test
    @DisplayName("o servidor corta com RST: o que a JVM diz em inglês chega em português")
    void traduz_quandoAJvmFalaIngles() throws Exception {
        try (ServidorCru cortador = new ServidorCru((conexao, _) -> {
            conexao.getInputStream().read();
            conexao.setSoLinger(true, 0);
        })) {
            assertThatThrownBy(() -> avaliar(cortador.url())).isInstanceOf(AlvoInacessivel.class)
                    .hasMessageContaining("o servidor cortou a conexão").hasMessageNotContaining("onnection");
        }
    }

    @Test
    @DisplayName("o servidor redireciona: diz para onde, e não segue")
    void recusa_quandoOServidorRedireciona() throws Exception {
        try (ServidorCru desvio = ServidorCru.que(resposta("301 Moved Permanently", "Location: http://exemplo.invalid/\r\n", ""))) {
            assertThatThrownBy(() -> avaliar(desvio.url())).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("http://exemplo.invalid/");
            assertThat(desvio.conexoes()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 301 Movido\r\nLocation: http://x/\u001b[2J\u009b\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 301 Movido\r\nContent-Length: 6\r\n\r\n\u001b[2J\u009b", "\u001b[2J\u009b\r\n\r\n"})
    @DisplayName("o que o servidor manda não vira comando do terminal de quem lê a recusa")
    void naoComandaOTerminal_quandoOServidorEhHostil(String bytes) throws Exception {
        try (ServidorCru hostil = ServidorCru.que(bytes)) {
            assertThatThrownBy(() -> avaliar(hostil.url())).isInstanceOf(AlvoInacessivel.class).extracting(Throwable::getMessage).asString()
                    .matches(m -> m.codePoints().noneMatch(Character::isISOControl), "sem caracteres de controle");
        }
    }

    @Test
    @DisplayName("um corpo sem fim é cortado no teto, e não enche a memória")
    void recusa_quandoOCorpoNaoAcaba() throws Exception {
        try (ServidorCru enorme = new ServidorCru((_, saida) -> {
            saida.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                saida.write(new byte[1 << 16]);
            }
        })) {
            assertThatThrownBy(() -> avaliar(enorme.url())).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("256 KiB");
        }
    }

    @Test
    @DisplayName("200 com HTML em toda rota: acusa a forma do extrato e da transação, e não inventa o resto")
    void acusaAForma_quandoAsRespostasNaoSaoJson() throws Exception {
        try (ServidorCru pagina = ServidorCru.que(resposta("200 OK", "", "<html>funciona!</html>"))) {
            Avaliacao a = avaliar(pagina.url(), "C02", "C03", "C05", "C12", "C30", "S04");
            assertThat(a.verificacoes().stream().filter(v -> v.situacao() == Situacao.FALHOU).map(v -> v.regra().numero())).containsExactly("C03", "C05", "C30");
            assertThat(a.verificacoes().stream().filter(v -> v.situacao() == Situacao.NAO_AVALIADA).map(v -> v.motivo()))
                    .hasSize(3).allSatisfy(m -> assertThat(m).contains("veja C"));
            assertThat(a.aprovada()).isFalse();
        }
    }

    @Test
    @DisplayName("o servidor corta a conexão no débito que não caberia: diz que não respondeu, e não que recusou com outro código")
    void dizQueNaoRespondeu_quandoOServidorCortaODebitoAlemDoLimite() throws Exception {
        try (ServidorCru cortador = new ServidorCru((conexao, saida) -> {
            byte[] lido = new byte[8192];
            String pedido = new String(lido, 0, conexao.getInputStream().read(lido), StandardCharsets.UTF_8);
            if (!pedido.contains("\"d\"")) {
                saida.write(resposta("200 OK", "", "{\"limite\": 1000000, \"saldo\": 0}").getBytes(StandardCharsets.UTF_8));
            }
        })) {
            assertThat(avaliar(cortador.url(), "C07").achados()).singleElement().satisfies(x -> assertThat(x.causa()).contains("não respondeu"));
        }
    }

    @Test
    @DisplayName("bytes que não são HTTP: diz que não é uma resposta")
    void recusa_quandoNaoEhHttp() throws Exception {
        try (ServidorCru ssh = ServidorCru.que("SSH-2.0-OpenSSH_9.6\r\n")) {
            assertThatThrownBy(() -> avaliar(ssh.url())).isInstanceOf(AlvoInacessivel.class).hasMessageContaining("SSH-2.0");
        }
    }

    @Test
    @DisplayName("regra que não existe: sugere a mais próxima, sem tocar no servidor")
    void sugere_quandoARegraNaoExiste() {
        assertThatThrownBy(() -> avaliar(URI.create("http://127.0.0.1:1"), "debito-alem-do-limit"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("C07-debito-alem-do-limite");
    }

    @Test
    @DisplayName("conexões cortadas no meio da carga viram «entre A e B», e nunca uma acusação de dinheiro perdido")
    void contaAParte_quandoOServidorCortaSobCarga() throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com(Defeito.FALHA_SOB_CARGA)) {
            Avaliacao a = Avaliador.avaliar(PlanoDeAvaliacao.de(servidor.url()).comCarga(Duration.ofSeconds(1)).comPico(300).comSo(Set.of("V03")), Andamento.nenhum());
            assertThat(a.achados()).isEmpty();
            assertThat(a.fechamento().orElseThrow().desconhecidas()).isPositive();
            assertThat(a.verificacoes().getLast().motivo()).contains("intervalo");
        }
    }
}
