package rinha.credito.escrita;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rinha.credito.armazenamento.Aberto;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Tipo;
import rinha.credito.conta.Transacao;

@DisplayName("A escrita em lote")
final class EscritaEmLoteTest {
    private static final Duration LONGO = Duration.ofSeconds(20);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> lotes = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void fechar() {
        threads.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("O que chega enquanto um lote está preso vai junto no seguinte, e cada um recebe a sua resposta")
    void vaiJunto_quandoChegaDuranteUmLote(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir(); var escrita = EscritaEmLote.iniciar(recurso.armazenamento(), new OpcoesDeEscrita(100, 64, Duration.ZERO, LONGO, LONGO), lotes::add)) {
            var respostas = presos(recurso, tipo, escrita, IntStream.rangeClosed(1, 20).mapToObj(i -> new Transacao(2, Tipo.DEBITO, 5_000, "d" + i)).toList());
            // 80.000 de limite, já com um débito de 1: cabem 15 de 5.000.
            assertThat(respostas.stream().filter(r -> r instanceof Aprovada)).hasSize(15);
            assertThat(respostas.stream().filter(r -> r == Recusada.SALDO_INSUFICIENTE)).hasSize(5);
            assertThat(respostas.stream().filter(r -> r instanceof Aprovada).map(r -> ((Aprovada) r).saldo()).distinct()).hasSize(15);
            assertThat(lotes).containsExactly(1, 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Uma transação que o banco recusa falha sozinha: as outras do lote são aplicadas")
    void falhaSozinha_quandoBancoRecusaUmaDoLote(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir(); var escrita = EscritaEmLote.iniciar(recurso.armazenamento(), new OpcoesDeEscrita(100, 64, Duration.ZERO, LONGO, LONGO), lotes::add)) {
            try (var fundos = recurso.fundos().conectar()) {
                executar(fundos, tipo.recusar("ruim"));
            }
            var transacoes = new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> new Transacao(1 + i % 5, Tipo.CREDITO, 1, "boa" + i)).toList());
            transacoes.add(4, new Transacao(1, Tipo.CREDITO, 1, "ruim"));
            var respostas = presos(recurso, tipo, escrita, transacoes);
            assertThat(respostas.get(4)).isEqualTo(Recusada.DADO_RECUSADO);
            respostas.remove(4);
            assertThat(respostas).allMatch(r -> r instanceof Aprovada);
            assertThat(recurso.armazenamento().extrato(5).orElseThrow().ultimas()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Fila cheia: a transação a mais é recusada na hora, e as que esperam são atendidas")
    void recusaNaHora_quandoFilaEstaCheia(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir(); var escrita = EscritaEmLote.iniciar(recurso.armazenamento(), new OpcoesDeEscrita(3, 64, Duration.ZERO, LONGO, LONGO), lotes::add);
                var trava = recurso.fundos().conectar()) {
            executar(trava, tipo.travar());
            var preso = enviar(escrita, credito("preso"));
            esperarEmCurso(escrita, 1);
            esperarLotes(1);
            var naFila = IntStream.range(0, 3).mapToObj(i -> enviar(escrita, credito("fila" + i))).toList();
            esperarEmCurso(escrita, 4);
            assertThat(escrita.enviar(credito("a mais"))).isEqualTo(new Indisponivel(Motivo.FILA_CHEIA));
            executar(trava, "ROLLBACK");
            assertThat(preso.get()).isInstanceOf(Aprovada.class);
            for (var futuro : naFila) {
                assertThat(futuro.get()).isInstanceOf(Aprovada.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Quem cansou de esperar na fila recebe 503 e nunca é aplicado")
    void nuncaAplica_quandoPrazoSeEsgotaNaFila(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir();
                var escrita = EscritaEmLote.iniciar(recurso.armazenamento(), new OpcoesDeEscrita(10, 64, Duration.ZERO, Duration.ofMillis(100), LONGO), lotes::add);
                var trava = recurso.fundos().conectar()) {
            executar(trava, tipo.travar());
            var preso = enviar(escrita, credito("preso"));
            esperarLotes(1);
            assertThat(escrita.enviar(credito("cansou"))).isEqualTo(new Indisponivel(Motivo.PRAZO_ESGOTADO));
            executar(trava, "ROLLBACK");
            // O que já foi enviado ao banco não desiste: espera o desfecho.
            assertThat(preso.get()).isEqualTo(new Aprovada(100_000, 1));
            assertThat(escrita.enviar(credito("depois"))).isEqualTo(new Aprovada(100_000, 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Fechar responde o que aceitou e recusa o que vem depois")
    void respondeOAceito_quandoFecha(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir()) {
            var escrita = EscritaEmLote.iniciar(recurso.armazenamento(), new OpcoesDeEscrita(100, 4, Duration.ZERO, LONGO, LONGO), lotes::add);
            try (var trava = recurso.fundos().conectar()) {
                executar(trava, tipo.travar());
                var futuros = IntStream.range(0, 20).mapToObj(i -> enviar(escrita, credito("c" + i))).toList();
                esperarEmCurso(escrita, 20);
                var fechando = threads.submit(escrita::close);
                executar(trava, "ROLLBACK");
                for (var futuro : futuros) {
                    assertThat(futuro.get()).isInstanceOf(Aprovada.class);
                }
                fechando.get();
            }
            assertThat(escrita.enviar(credito("tarde"))).isEqualTo(new Indisponivel(Motivo.ENCERRANDO));
            assertThat(recurso.armazenamento().extrato(1).orElseThrow().total()).isEqualTo(20);
        }
    }

    /// Prende o banco com um débito de 1 no cliente 2, junta as transações na fila, na ordem, e solta.
    private List<Resultado> presos(Aberto.Recurso recurso, Aberto tipo, Escrita escrita, List<Transacao> transacoes) throws Exception {
        var futuros = new ArrayList<Future<Resultado>>();
        try (var trava = recurso.fundos().conectar()) {
            executar(trava, tipo.travar());
            var primeiro = enviar(escrita, new Transacao(2, Tipo.DEBITO, 1, "primeiro"));
            esperarLotes(1);
            for (var transacao : transacoes) {
                futuros.add(enviar(escrita, transacao));
                esperarEmCurso(escrita, 1 + futuros.size());
            }
            executar(trava, "ROLLBACK");
            assertThat(primeiro.get()).isInstanceOf(Aprovada.class);
        }
        var respostas = new ArrayList<Resultado>();
        for (var futuro : futuros) {
            respostas.add(futuro.get());
        }
        return respostas;
    }

    private Future<Resultado> enviar(Escrita escrita, Transacao transacao) {
        return threads.submit(() -> escrita.enviar(transacao));
    }

    private static Transacao credito(String descricao) {
        return new Transacao(1, Tipo.CREDITO, 1, descricao);
    }

    private static void esperarEmCurso(Escrita escrita, int quantas) throws InterruptedException {
        while (escrita.emCurso() < quantas) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    private void esperarLotes(int quantos) {
        while (lotes.size() < quantos) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    private static void executar(Connection conexao, String sql) throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute(sql);
        }
    }
}
