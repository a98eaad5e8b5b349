package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.instrumentos.RedeLenta;
import curso.bancada.servicos.Origem;
import curso.bancada.servicos.Servicos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rinha.credito.CargaDeTeste.Desfecho;

@DisplayName("O PostgreSQL que cai, recusa ou some")
final class FaltaDeBancoTest {
    private static final Path KILL = Path.of("/bin/kill");

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES_LOTE", "POSTGRES_SIMPLES"})
    @DisplayName("O servidor morre sob carga e se recupera: só 503 no meio, a API volta sem reiniciar, e as contas fecham")
    void fechaAsContas_quandoServidorMorreESeRecupera(Cenario cenario) throws Exception {
        // Um servidor só deste teste: a morte de um processo dele derruba todas as conexões e refaz o banco pelo WAL.
        try (var servicos = Servicos.paraTestes()) {
            Assumptions.assumeTrue(servicos.postgres().origem() == Origem.EMBUTIDO, "só se mata o servidor que a bancada iniciou");
            try (var banco = servicos.postgres().novoBanco(); var deposito = Deposito.em(cenario, banco);
                    var instancia = deposito.instancia(); var carga = CargaDeTeste.iniciar(8, instancia::porta)) {
                carga.ateMais(100, Desfecho.ACEITA);
                long vitima = banco.numero("select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() limit 1");
                ProcessHandle.of(vitima).orElseThrow().destroyForcibly();
                carga.ateMais(300, Desfecho.ACEITA).parar().conferir(instancia.cliente());
                if (cenario == Cenario.POSTGRES_LOTE) {
                    assertThat(carga.contagem(Desfecho.DESCONHECIDA)).as("o lote sabe o desfecho de todas").isZero();
                }
            }
        }
    }

    @Test
    @DisplayName("A rede corta as conexões no meio dos lotes: cada um é perguntado de novo, e nenhum se aplica duas vezes")
    void sabeODesfecho_quandoRedeCorta() throws Exception {
        try (var deposito = Deposito.novo(Cenario.POSTGRES_LOTE);
                var rede = RedeLenta.ate(deposito.banco().host(), deposito.banco().porta(), Duration.ofMillis(2));
                var instancia = deposito.instancia("CREDITO_POSTGRES_URL", rede.jdbc(deposito.banco().url()));
                var carga = CargaDeTeste.iniciar(8, instancia::porta)) {
            for (int corte = 0; corte < 5; corte++) {
                carga.ateMais(40, Desfecho.ACEITA);
                rede.cortarConexoes();
            }
            carga.ateMais(40, Desfecho.ACEITA).parar().conferir(instancia.cliente());
            assertThat(carga.contagem(Desfecho.DESCONHECIDA)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES_LOTE", "POSTGRES_SIMPLES"})
    @DisplayName("O banco emudece no meio de uma gravação: o prazo da rede vence, e a resposta diz que o desfecho é desconhecido")
    void dizQueNaoSabe_quandoBancoEmudece(Cenario cenario) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(KILL), "sem " + KILL + " não se pausa um processo");
        try (var servicos = Servicos.paraTestes()) {
            Assumptions.assumeTrue(servicos.postgres().origem() == Origem.EMBUTIDO, "só se pausa o servidor que a bancada iniciou");
            try (var banco = servicos.postgres().novoBanco(); var deposito = Deposito.em(cenario, banco);
                    var instancia = deposito.instancia("CREDITO_PRAZO_DESFECHO_MS", "1000"); var trava = banco.dataSource().getConnection();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                trava.setAutoCommit(false);
                trava.createStatement().execute("select saldo from clientes where id = 1 for update");
                var presa = threads.submit(() -> instancia.cliente().transacao(1, "c", 1, "muda"));
                String esperando = "select coalesce(max(pid), 0) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
                Espera.ate(() -> banco.numero(esperando) > 0, () -> "a gravação presa na trava");
                long pid = banco.numero(esperando);
                sinal("-STOP", pid);
                try {
                    assertThat(presa.get().statusCode()).isEqualTo(503);
                    assertThat(presa.get().headers().firstValue("Desfecho")).hasValue("desconhecido");
                    assertThat(presa.get().headers().firstValue("Retry-After")).isEmpty();
                } finally {
                    sinal("-CONT", pid);
                    trava.rollback();
                }
                Espera.ate(() -> instancia.cliente().transacao(1, "c", 1, "depois").statusCode() == 200, () -> "200 na escrita");
            }
        }
    }

    private static void sinal(String qual, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(KILL.toString(), qual, "" + pid).inheritIO().start().waitFor()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES_LOTE", "POSTGRES_SIMPLES"})
    @DisplayName("Banco somente leitura: escrever dá 503 com Retry-After, ler continua, e a escrita volta sem reiniciar")
    void volta_quandoBancoDeixaDeSerSomenteLeitura(Cenario cenario) {
        try (var deposito = Deposito.novo(cenario); var instancia = deposito.instancia()) {
            var api = instancia.cliente();
            somenteLeitura(deposito, true);
            Espera.ate(() -> api.transacao(1, "c", 1, "nao").statusCode() == 503, () -> "503 na escrita");
            var recusa = api.transacao(1, "c", 1, "nao");
            assertThat(recusa.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(Cliente.json(recusa).path("detail").asText()).contains("Nada foi aplicado");
            assertThat(api.ler("/clientes/1/extrato").statusCode()).isEqualTo(200);
            somenteLeitura(deposito, false);
            Espera.ate(() -> api.transacao(1, "c", 7, "sim").statusCode() == 200, () -> "200 na escrita");
            assertThat(api.extrato(1).path("ultimas_transacoes").findValuesAsText("descricao")).doesNotContain("nao");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES_LOTE", "POSTGRES_SIMPLES"})
    @DisplayName("Disco cheio: 503, e volta sozinho quando há espaço")
    void volta_quandoDiscoDeixaDeEstarCheio(Cenario cenario) {
        try (var deposito = Deposito.novo(cenario); var instancia = deposito.instancia()) {
            // O mesmo erro que o servidor dá sem espaço (53100), lançado por um gatilho: encher um disco de verdade não cabe num teste.
            deposito.banco().executar("""
                    create function cheio() returns trigger language plpgsql as $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$;
                    create trigger cheio before insert on transacoes for each statement execute function cheio()""");
            assertThat(instancia.cliente().transacao(1, "c", 1, "nao").statusCode()).isEqualTo(503);
            deposito.banco().executar("drop trigger cheio on transacoes");
            Espera.ate(() -> instancia.cliente().transacao(1, "c", 1, "sim").statusCode() == 200, () -> "200 na escrita");
            assertThat(instancia.cliente().saldo(1)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("A API sobe antes do banco: vive, não está pronta, responde 503, e fica pronta quando ele aparece")
    void ficaPronta_quandoBancoApareceDepois() {
        try (var deposito = Deposito.novo(Cenario.POSTGRES_LOTE)) {
            var ambiente = deposito.ambiente();
            String nome = deposito.banco().nome() + "_depois";
            ambiente.put("CREDITO_POSTGRES_URL", deposito.banco().url().replace(deposito.banco().nome(), nome));
            ambiente.put("CREDITO_PRAZO_CONEXAO_MS", "250");
            try (var instancia = Instancia.semEsperar(ambiente)) {
                var api = instancia.cliente();
                assertThat(api.ler("/health").statusCode()).isEqualTo(200);
                assertThat(api.ler("/ready").statusCode()).isEqualTo(503);
                assertThat(api.transacao(1, "c", 1, "cedo").statusCode()).isEqualTo(503);
                deposito.banco().executar("create database " + nome);
                Espera.ate(() -> api.ler("/ready").statusCode() == 200, () -> "/ready em 200");
                assertThat(api.transacao(1, "c", 1, "agora").body()).isEqualTo("{\"limite\":100000,\"saldo\":1}");
            } finally {
                deposito.banco().executar("drop database if exists " + nome + " with (force)");
            }
        }
    }

    private static void somenteLeitura(Deposito deposito, boolean ligado) {
        // O valor novo só vale em conexões novas: as abertas são derrubadas. De outro banco, porque este recusaria o ALTER.
        try (var outro = Bancos.novo()) {
            outro.executar("""
                    alter database %1$s set default_transaction_read_only = %2$s;
                    select pg_terminate_backend(pid) from pg_stat_activity where datname = '%1$s'""".formatted(deposito.banco().nome(), ligado ? "on" : "off"));
        }
    }
}
