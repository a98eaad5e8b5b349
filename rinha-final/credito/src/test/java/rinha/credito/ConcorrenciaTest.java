package rinha.credito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Muitos clientes ao mesmo tempo, em duas instâncias")
final class ConcorrenciaTest extends EmCadaCenario {
    private static final int CLIENTES = 5;

    @Test
    @DisplayName("25 débitos de 1 ao mesmo tempo dão exatamente −25; 25 créditos, zero de novo")
    void fechaNaConta_quando25DebitosChegamJuntos() throws Exception {
        juntos(IntStream.range(0, 25).<Callable<?>>mapToObj(_ -> () -> api.transacao(1, "d", 1, "validacao")).toList());
        assertThat(api.saldo(1)).isEqualTo(-25);
        juntos(IntStream.range(0, 25).<Callable<?>>mapToObj(_ -> () -> api.transacao(1, "c", 1, "validacao")).toList());
        assertThat(api.saldo(1)).isZero();
    }

    @Test
    @DisplayName("De 200 débitos de 1000 num limite de 80000, passam 80, por mais instâncias que os recebam")
    void passamSoOsQueCabem_quandoDebitosDisputamOLimite() throws Exception {
        try (var outra = deposito.instancia()) {
            var respostas = juntos(IntStream.range(0, 200).<Callable<Integer>>mapToObj(i -> () ->
                    (i % 2 == 0 ? api : outra.cliente()).transacao(2, "d", 1_000, "disputa").statusCode()).toList());
            assertThat(respostas).containsOnly(200, 422);
            assertThat(respostas.stream().filter(s -> s == 200)).hasSize(80);
            assertThat(api.saldo(2)).isEqualTo(-80_000);
        }
    }

    @Test
    @DisplayName("A soma do que foi aceito é o saldo de cada cliente, e nenhuma resposta mostra saldo abaixo do limite")
    void aSomaDoAceitoEhOSaldo_quandoTudoSeMistura() throws Exception {
        var limites = new long[] {0, 100_000, 80_000, 1_000_000, 10_000_000, 500_000};
        try (var outra = deposito.instancia()) {
            var deltas = juntos(IntStream.range(0, 16).<Callable<long[]>>mapToObj(n -> () -> aoAcaso(n % 2 == 0 ? api : outra.cliente(), n, limites)).toList());
            for (int cliente = 1; cliente <= CLIENTES; cliente++) {
                int c = cliente;
                assertThat(api.saldo(cliente)).as("cliente %d", cliente).isEqualTo(deltas.stream().mapToLong(d -> d[c]).sum());
                assertThat(outra.cliente().saldo(cliente)).isEqualTo(api.saldo(cliente));
                conferirHistoria(cliente);
            }
        }
    }

    @Test
    @DisplayName("Cada extrato lido durante a carga é um retrato: a história até ali explica o saldo")
    void extratoEhUmRetrato_quandoHaEscritasEmCurso() throws Exception {
        // Só créditos de 1: o saldo é o número de transações, e a mais nova diz qual é.
        var escritas = IntStream.range(0, 4).<Callable<Integer>>mapToObj(_ -> () -> {
            for (int i = 0; i < 40; i++) {
                api.transacao(5, "c", 1, "um");
            }
            return 0;
        });
        var leituras = IntStream.range(0, 4).<Callable<Integer>>mapToObj(_ -> () -> {
            for (int i = 0; i < 20; i++) {
                var extrato = api.extrato(5);
                long total = extrato.path("saldo").path("total").asLong();
                assertThat(extrato.path("ultimas_transacoes")).hasSize((int) Math.min(10, total));
            }
            return 0;
        });
        juntos(Stream.concat(escritas, leituras).toList());
        assertThat(api.saldo(5)).isEqualTo(160);
    }

    /// Transações ao acaso, com semente; devolve quanto foi aceito em cada cliente.
    private static long[] aoAcaso(Cliente api, long semente, long[] limites) {
        var sorteio = new Random(semente);
        var aceito = new long[CLIENTES + 1];
        for (int i = 0; i < 40; i++) {
            int cliente = 1 + sorteio.nextInt(CLIENTES);
            boolean credito = sorteio.nextInt(3) == 0;
            long valor = 1 + sorteio.nextInt(10_000);
            var resposta = api.transacao(cliente, credito ? "c" : "d", valor, "acaso");
            if (resposta.statusCode() == 200) {
                aceito[cliente] += credito ? valor : -valor;
                assertThat(Cliente.json(resposta).path("saldo").asLong()).isGreaterThanOrEqualTo(-limites[cliente]);
            } else {
                assertThat(resposta.statusCode()).isEqualTo(422);
                assertThat(credito).as("crédito recusado: %s", resposta.body()).isFalse();
            }
        }
        return aceito;
    }

    /// A soma da história inteira, página a página, é o saldo.
    private static void conferirHistoria(int cliente) {
        long soma = 0;
        String cursor = "";
        while (cursor != null) {
            var pagina = Cliente.json(api.ler("/clientes/" + cliente + "/transacoes?limite=100" + cursor));
            for (var t : pagina.path("transacoes")) {
                soma += t.path("tipo").asText().equals("c") ? t.path("valor").asLong() : -t.path("valor").asLong();
            }
            cursor = pagina.path("proximo_cursor").isNull() ? null : "&cursor=" + pagina.path("proximo_cursor").asText();
        }
        assertThat(soma).isEqualTo(api.saldo(cliente));
    }

    private static <T> List<T> juntos(List<? extends Callable<? extends T>> tarefas) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var respostas = new ArrayList<T>();
            for (var futuro : executor.<T>invokeAll(tarefas.stream().<Callable<T>>map(t -> t::call).toList())) {
                respostas.add(futuro.get());
            }
            return respostas;
        }
    }
}
