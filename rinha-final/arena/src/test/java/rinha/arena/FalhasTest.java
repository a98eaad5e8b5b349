package rinha.arena;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.servicos.Banco;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import rinha.arena.Clientes.Desfecho;
import rinha.arena.sistema.Servico;
import rinha.arena.sistema.SistemaNoAr;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("O sistema inteiro, atacado: o que os clientes viram é o que o banco tem")
class FalhasTest {
    private static final int CLIENTES = 12;
    private static final int SIGTERM = 143;

    private SistemaNoAr sistema;
    private Banco banco;

    @BeforeAll
    void subir() {
        sistema = NoAr.sistema();
        banco = sistema.postgres().orElseThrow().banco();
    }

    @AfterEach
    void todosVivos() {
        for (Servico instancia : sistema.instancias()) {
            if (!instancia.vivo()) {
                instancia.reiniciar();
            }
        }
        assertThat(sistema.balanceador().vivo()).as(sistema.balanceador().fimDoRegistro()).isTrue();
    }

    @Test
    @DisplayName("kill −9 de uma API: nada aceito se perde, nada vale duas vezes, e o balanceador segue com a outra")
    void seguePelaOutra_quandoUmaApiMorre() throws Exception {
        Servico vitima = sistema.instancias().getFirst();
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            ateAtender(vitima);
            long morreu = System.nanoTime();
            vitima.matar();
            clientes.ateMais(500);
            var respostasComUmaSo = clientes.respostas();
            System.out.printf("kill -9 da API: último erro %d ms depois; %s%n", clientes.ultimoErroDepoisDe(morreu).toMillis(), respostasComUmaSo);
            // Com a vítima fora, nenhum erro mais.
            clientes.ateMais(300);
            assertThat(erros(clientes)).as("erros depois de %s", respostasComUmaSo).isEqualTo(erros(respostasComUmaSo));
            vitima.reiniciar();
            clientes.ateMais(300).parar().conferir(banco);
            assertThat(clientes.desfechos().getOrDefault(Desfecho.DESCONHECIDA, 0)).as("%s", clientes.respostas()).isLessThanOrEqualTo(CLIENTES);
            assertThat(clientes.respostas().keySet()).isSubsetOf("200", "422", "502", "503");
        }
    }

    /// Matar quem o balanceador ainda não usa não provaria nada.
    private static void ateAtender(Servico instancia) throws IOException, InterruptedException {
        var metricas = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instancia.porta() + "/metrics")).timeout(Duration.ofSeconds(10)).build();
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 2_000; i++) {
                if (http.send(metricas, HttpResponse.BodyHandlers.ofString()).body().contains("method=\"POST\",status=\"200\"")) {
                    return;
                }
            }
        }
        throw new AssertionError(instancia.nome() + " não atendeu nenhuma transação: o balanceador não a usa");
    }

    @Test
    @DisplayName("kill −9 do PostgreSQL, e ele volta sobre os mesmos dados: no meio só 503, depois as contas fecham, sem reiniciar as APIs")
    void fechaAsContas_quandoOPostgresMorreEVolta() throws Exception {
        var postgres = sistema.postgres().orElseThrow();
        List<Long> antes = sistema.instancias().stream().map(Servico::pid).toList();
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            clientes.ateMais(200);
            postgres.matar();
            assertThat(sistema.morte()).as("quem espera pelo sistema fica sabendo").isCompletedWithValueMatching(texto -> texto.startsWith("postgres acabou com código 137"));
            clientes.ate("503", 20);
            postgres.reiniciar();
            clientes.ateMais(300).parar();
            System.out.printf("kill -9 do PostgreSQL: %s, %s%n", clientes.respostas(), clientes.desfechos());
            assertThat(clientes.respostas().keySet()).isSubsetOf("200", "422", "503");
            clientes.conferir(banco);
        }
        assertThat(sistema.instancias().stream().map(Servico::pid).toList()).isEqualTo(antes);
    }

    @Test
    @DisplayName("SIGTERM de uma API sob carga: nenhum pedido falha")
    void nenhumPedidoFalha_quandoUmaApiEncerra() throws Exception {
        Servico vitima = sistema.instancias().getLast();
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            clientes.ateMais(200);
            assertThat(vitima.pedirQueEncerre()).as(vitima.fimDoRegistro()).isEqualTo(SIGTERM);
            clientes.ateMais(200);
            vitima.reiniciar();
            clientes.ateMais(200).parar();
            assertThat(clientes.respostas().keySet()).as("%s", clientes.respostas()).isSubsetOf("200", "422");
            clientes.conferir(banco);
        }
    }

    @Test
    @DisplayName("Banco só de leitura: escrever dá 503 claro, ler continua, e a escrita volta sem reiniciar")
    void recusaComClareza_quandoOBancoSoLe() throws Exception {
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            clientes.ateMais(100);
            soLeitura(true);
            try (var conexao = new ConexaoCrua(sistema.porta())) {
                clientes.ate("503", 50);
                assertThat(conexao.postar(1, "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"nao\"}").tudo()).contains("503", "Retry-After: 1", "Nada foi aplicado");
                assertThat(conexao.ler("/clientes/1/extrato").status()).isEqualTo(200);
            } finally {
                soLeitura(false);
            }
            clientes.ateMais(200).parar();
            assertThat(clientes.respostas().keySet()).isSubsetOf("200", "422", "503");
            clientes.conferir(banco);
            assertThat(banco.numero("select count(*) from transacoes where descricao = 'nao'")).isZero();
        }
    }

    private void soLeitura(boolean ligado) {
        banco.executar("alter system set default_transaction_read_only = " + (ligado ? "on" : "off"));
        banco.executar("select pg_reload_conf()");
    }

    @Test
    @DisplayName("Clientes que travam ou cortam no meio não atrapalham os outros, e nada do que cortaram vale")
    void naoAtrapalham_quandoTravamOuCortam() throws Exception {
        var presas = new ArrayList<ConexaoCrua>();
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            for (int i = 0; i < 60; i++) {
                presas.add(presa(i));
            }
            clientes.ateMais(500);
            for (int i = 0; i < 60; i++) {
                try (var cortada = presa(i)) {
                    assertThat(cortada).isNotNull();
                }
            }
            clientes.ateMais(300).parar();
            assertThat(clientes.respostas().keySet()).as("%s", clientes.respostas()).isSubsetOf("200", "422");
            clientes.conferir(banco);
            assertThat(banco.numero("select count(*) from transacoes where descricao = 'cortada'")).isZero();
        } finally {
            for (var presa : presas) {
                presa.close();
            }
        }
    }

    /// Uma conexão que parou no meio: dos cabeçalhos, antes do corpo, ou a um byte do fim dele.
    private ConexaoCrua presa(int i) throws IOException {
        String corpo = "{\"valor\":1,\"tipo\":\"c\",\"descricao\":\"cortada\"}";
        String cabecalhos = ConexaoCrua.cabecalhosDoPost(1, corpo.length());
        var conexao = new ConexaoCrua(sistema.porta());
        conexao.enviar(switch (i % 3) {
            case 0 -> cabecalhos.substring(0, cabecalhos.length() / 2);
            case 1 -> cabecalhos;
            default -> cabecalhos + corpo.substring(0, corpo.length() - 1);
        });
        return conexao;
    }

    private static int erros(Clientes clientes) {
        return erros(clientes.respostas());
    }

    private static int erros(Map<String, Integer> respostas) {
        return respostas.entrySet().stream().filter(r -> !Set.of("200", "422").contains(r.getKey())).mapToInt(Map.Entry::getValue).sum();
    }
}
