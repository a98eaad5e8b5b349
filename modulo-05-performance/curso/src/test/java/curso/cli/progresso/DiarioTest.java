package curso.cli.progresso;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.Situacao;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Diario: o progresso não se perde")
class DiarioTest {

    private static final Clock RELOGIO = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path pasta;

    private final List<String> avisos = new ArrayList<>();

    private Diario diario() {
        return new Diario(pasta.resolve(".curso"), RELOGIO, avisos::add);
    }

    private Path arquivo() {
        return pasta.resolve(".curso/progresso.json");
    }

    @Test
    @DisplayName("o que se grava é o que se lê")
    void leOQueGravou() {
        diario().atualizar(p -> p.comExercicio("03.1", a -> a.corrigido(Situacao.FALHOU, "2026-11-21T12:00:00Z"))
                .comAulaLida("03", "2026-11-21T11:00:00Z")
                .comPalpite("03/x", new Progresso.Palpite(10.0, 23.5, "vezes", false, "2026-11-21T12:00:00Z")));

        var lido = diario().ler();

        assertThat(lido.exercicio("03.1")).isEqualTo(new Andamento(Situacao.FALHOU, 1, 0, "2026-11-21T12:00:00Z", null));
        assertThat(lido.aulasLidas()).containsKey("03");
        assertThat(lido.palpites().get("03/x")).singleElement().satisfies(p -> assertThat(p.observado()).isEqualTo(23.5));
        assertThat(avisos).isEmpty();
    }

    @Test
    @DisplayName("sem arquivo, o progresso é vazio e nada é criado")
    void ficaVazio_quandoNaoHaArquivo() {
        assertThat(diario().ler()).isEqualTo(Progresso.vazio());
        assertThat(pasta.resolve(".curso")).doesNotExist();
    }

    @Test
    @DisplayName("um arquivo quebrado é posto de lado inteiro, com aviso, e o curso recomeça")
    void poeDeLado_quandoOArquivoEstaQuebrado() throws IOException {
        Files.createDirectories(pasta.resolve(".curso"));
        Files.writeString(arquivo(), "{\"esquema\": 1, \"exercic");

        assertThat(diario().ler()).isEqualTo(Progresso.vazio());

        var guardado = pasta.resolve(".curso").toFile().listFiles((_, nome) -> nome.startsWith("progresso.json.quebrado-"));
        assertThat(guardado).hasSize(1);
        assertThat(guardado[0]).hasContent("{\"esquema\": 1, \"exercic");
        assertThat(avisos).singleElement().asString().contains("guardado em", guardado[0].getName());
    }

    @Test
    @DisplayName("um arquivo que não é texto em UTF-8 também é posto de lado, e o progresso volta a ser gravado")
    void poeDeLado_quandoNaoETexto() throws IOException {
        Files.createDirectories(pasta.resolve(".curso"));
        Files.write(arquivo(), new byte[] {'{', (byte) 0xff, (byte) 0xfe});

        diario().atualizar(p -> p.comAulaLida("03", "2026-11-21T11:00:00Z"));

        assertThat(diario().ler().aulasLidas()).containsKey("03");
        assertThat(avisos).singleElement().asString().contains("não é texto em UTF-8", "guardado em");
    }

    @Test
    @DisplayName("um arquivo de versão mais nova não é tocado")
    void naoToca_quandoOEsquemaEMaisNovo() throws IOException {
        Files.createDirectories(pasta.resolve(".curso"));
        Files.writeString(arquivo(), "{\"esquema\": 99, \"novidade\": true}");

        diario().atualizar(p -> p.comAulaLida("03", "2026-11-21T11:00:00Z"));

        assertThat(arquivo()).hasContent("{\"esquema\": 99, \"novidade\": true}");
        assertThat(avisos).singleElement().asString().contains("versão mais nova");
    }

    @Test
    @DisplayName("quando não dá para gravar, avisa uma vez e devolve o progresso mesmo assim")
    void segueComAviso_quandoNaoDaParaGravar() throws IOException {
        Files.writeString(pasta.resolve(".curso"), "um arquivo no lugar da pasta");
        var diario = diario();

        var novo = diario.atualizar(p -> p.comAulaLida("03", "2026-11-21T11:00:00Z"));
        diario.atualizar(p -> p.comAulaLida("04", "2026-11-21T11:00:00Z"));

        assertThat(novo.aulasLidas()).containsKey("03");
        assertThat(avisos).singleElement().asString().contains("não foi gravado");
    }

    @Test
    @DisplayName("dois processos gravando ao mesmo tempo não perdem nada um do outro")
    void naoPerdeNada_quandoDoisProcessosGravam() throws Exception {
        var um = gravador("01");
        var outro = gravador("02");
        assertThat(um.waitFor(60, TimeUnit.SECONDS) && outro.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(List.of(um.exitValue(), outro.exitValue())).containsOnly(0);
        assertThat(diario().ler().exercicio("01.1").correcoes()).isEqualTo(GravadorDeTeste.VEZES);
        assertThat(diario().ler().exercicio("02.1").correcoes()).isEqualTo(GravadorDeTeste.VEZES);
    }

    private Process gravador(String aula) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                String.join(File.pathSeparator, System.getProperty("java.class.path")), GravadorDeTeste.class.getName(),
                pasta.resolve(".curso").toString(), aula + ".1").inheritIO().start();
    }
}
