package rinha.avaliador.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rinha.avaliador.ServidorParaTestes;
import rinha.carga.tela.Terminal;

@Timeout(30)
@DisplayName("Linha de comando: opções, códigos de saída e mensagens")
final class PrincipalTest {

    private final ByteArrayOutputStream saida = new ByteArrayOutputStream();
    private final ByteArrayOutputStream erros = new ByteArrayOutputStream();

    @TempDir
    Path pasta;

    private int executar(String... args) {
        return Principal.executar(args, new PrintStream(saida, true, StandardCharsets.UTF_8), new PrintStream(erros, true, StandardCharsets.UTF_8),
                new Terminal(false, false, 100), Duration.ofMillis(20));
    }

    private String saida() {
        return saida.toString(StandardCharsets.UTF_8);
    }

    private String erros() {
        return erros.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("servidor correto: sai com 0, mostra a nota e escreve JSON e HTML")
    void saiComZero_quandoTudoPassa() throws Exception {
        try (ServidorParaTestes s = ServidorParaTestes.correto()) {
            Path json = pasta.resolve("a.json");
            Path html = pasta.resolve("a.html");
            assertThat(executar("--url", s.url(), "--sem-carga", "--verboso", "--json", json.toString(), "--html", html.toString())).as(saida() + erros()).isZero();
            assertThat(saida()).contains("✓ C07 o débito que passaria do limite recebe 422", "USD 100.000,00", "sem carga, o SLA não foi medido");
            assertThat(new ObjectMapper().readTree(json.toFile()).path("aprovada").asBoolean()).isTrue();
            assertThat(Files.readString(html)).contains("Avaliação de " + s.url());
        }
    }

    @Test
    @DisplayName("achado que custa: sai com 1, com o que foi enviado, o que veio e como repetir")
    void saiComUm_quandoHaAchado() throws Exception {
        try (ServidorParaTestes s = ServidorParaTestes.com("aceita-alem-do-limite")) {
            assertThat(executar("--url", s.url(), "--so", "C07", "--sem-carga")).isEqualTo(1);
            assertThat(saida()).contains("✗ C07", "C07-debito-alem-do-limite · 1 vez · USD 803,01", "Enviado        POST " + s.url() + "/clientes/3/", "Veio           200", "Esperado       422",
                    "./curso rinha avaliar --url " + s.url() + " --so C07", "USD 99.196,99");
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"aceita-alem-do-limite, C07, --sem-carga --permitir-host --zerar", "falha-sob-carga, V01, --duracao 1s500ms"})
    @DisplayName("o comando de «repetir só isto» repete, com o que se pediu da primeira vez")
    void repete(String defeito, String regra, String opcoes) throws Exception {
        try (ServidorParaTestes s = ServidorParaTestes.com(defeito)) {
            executar(("--url " + s.url() + " --so " + regra + " " + opcoes).split(" "));
            String comando = saida().lines().filter(l -> l.contains("Repetir só isto  ")).findFirst().orElse("").replaceFirst(".*Repetir só isto +", "");
            assertThat(comando).startsWith("./curso rinha avaliar --url " + s.url());
            for (String opcao : List.of("--permitir-host", "--zerar", "--duracao 1s500ms")) {
                assertThat(comando.contains(opcao)).as(opcao).isEqualTo(opcoes.contains(opcao));
            }
            saida.reset();
            assertThat(executar(comando.replace("./curso rinha avaliar ", "").split(" "))).as(saida() + erros()).isEqualTo(1);
            assertThat(saida()).contains("✗ " + regra);
        }
    }

    @Test
    @DisplayName("a carga corre, e a nota diz que ela não é a oficial")
    void avisa_quandoACargaEhCurta() throws Exception {
        try (ServidorParaTestes s = ServidorParaTestes.correto()) {
            executar("--url", s.url(), "--so", "V02,V03", "--duracao", "1s");
            assertThat(saida()).contains("Carga: ", "a carga não é a oficial", "só parte das regras");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', value = {
        "--so C99;não há regra «C99»", "--so debito-alem;C07-debito-alem-do-limite", "--url ftp://127.0.0.1;comece por http://", "--url http://127.0.0.1:9/clientes;dê só http://127.0.0.1:9",
        "--url http://192.0.2.1:9999;--permitir-host", "--duracao 10;não é uma duração", "--duracao 100ms;carga de 100ms: use ao menos 1 segundo", "--completa --sem-carga;--completa e --sem-carga não vão juntas", "--nada;não conheço «--nada»",
        "--json /nao/existe/a.json;crie-a antes", "--html /;é uma pasta", "--url http://127.0.0.1:1;não atende",
        "--so , --url http://127.0.0.1:1;--so veio sem nenhuma regra", "--url http://127.0.0.1:abc;a porta é um número",
        "--so V03 --sem-carga;V03 precisa da carga", "--so C07,V01 --sem-carga;V01 precisa da carga", "--url http://127.0.0.1:99999;a porta vai de 1 a 65535"
    })
    @DisplayName("comando errado ou servidor que não atende: sai com 2 e explica, sem pilha")
    void saiComDois_quandoOComandoEstaErrado(String args, String mensagem) {
        assertThat(executar(args.split(" "))).isEqualTo(2);
        assertThat(erros()).contains(mensagem == null ? "avaliar: " : mensagem).doesNotContain("\tat ");
        assertThat(saida()).doesNotContain("USD");
    }

    @Test
    @DisplayName("--listar mostra as regras sem tocar em servidor nenhum")
    void lista() {
        assertThat(executar("--listar")).isZero();
        assertThat(saida()).contains("C07-debito-alem-do-limite", "S01-danada", "E12-saldos-em-sequencia");
    }
}
