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
import java.util.function.BooleanSupplier;
import rinha.credito.armazenamento.Aberto;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Tipo;
import rinha.credito.conta.Transacao;

/// Uma escrita em lote sobre um armazenamento de verdade que se pode prender, para que os lotes se formem à vontade do teste.
final class Bancada implements AutoCloseable {
    static final Duration LONGO = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Integer> lotes = Collections.synchronizedList(new ArrayList<>());
    private final Aberto tipo;
    private final Aberto.Recurso recurso;
    private final EscritaEmLote escrita;

    Bancada(Aberto tipo, OpcoesDeEscrita opcoes) {
        this.tipo = tipo;
        recurso = tipo.abrir();
        escrita = EscritaEmLote.iniciar(recurso.armazenamento(), opcoes, lotes::add);
    }

    static OpcoesDeEscrita opcoes(int fila, int lote, Duration prazo) {
        return new OpcoesDeEscrita(fila, lote, Duration.ZERO, prazo, LONGO);
    }

    EscritaEmLote escrita() {
        return escrita;
    }

    Aberto.Recurso recurso() {
        return recurso;
    }

    List<Integer> lotes() {
        return lotes;
    }

    ExecutorService threads() {
        return threads;
    }

    static Transacao credito(String descricao) {
        return new Transacao(1, Tipo.CREDITO, 1, descricao);
    }

    Future<Resultado> enviar(Transacao transacao) {
        return threads.submit(() -> escrita.enviar(transacao));
    }

    /// Faz toda escrita esperar até [#soltar].
    Connection prender() throws SQLException {
        var trava = recurso.fundos().conectar();
        executar(trava, tipo.travar());
        return trava;
    }

    static void soltar(Connection trava) throws SQLException {
        executar(trava, "ROLLBACK");
    }

    void recusar(String descricao) throws SQLException {
        try (var fundos = recurso.fundos().conectar()) {
            executar(fundos, tipo.recusar(descricao));
        }
    }

    /// Prende o banco com um débito de 1 no cliente 2, junta as transações na fila, na ordem, solta e devolve as respostas.
    List<Resultado> juntas(List<Transacao> transacoes) throws Exception {
        var futuros = new ArrayList<Future<Resultado>>();
        try (var trava = prender()) {
            var primeiro = enviar(new Transacao(2, Tipo.DEBITO, 1, "primeiro"));
            esperarLotes(1);
            for (var transacao : transacoes) {
                futuros.add(enviar(transacao));
                esperarEmCurso(1 + futuros.size());
            }
            soltar(trava);
            assertThat(primeiro.get()).isInstanceOf(Aprovada.class);
        }
        var respostas = new ArrayList<Resultado>();
        for (var futuro : futuros) {
            respostas.add(futuro.get());
        }
        return respostas;
    }

    void esperarEmCurso(int quantas) {
        ate(() -> escrita.emCurso() >= quantas, quantas + " em curso");
    }

    void esperarLotes(int quantos) {
        ate(() -> lotes.size() >= quantos, quantos + " lotes");
    }

    private void ate(BooleanSupplier condicao, String esperado) {
        long ate = System.nanoTime() + LONGO.toNanos();
        while (!condicao.getAsBoolean()) {
            if (System.nanoTime() > ate) {
                throw new AssertionError("não chegou a %s: há %d em curso e os lotes %s".formatted(esperado, escrita.emCurso(), lotes));
            }
            Thread.yield();
        }
    }

    private static void executar(Connection conexao, String sql) throws SQLException {
        try (var comando = conexao.createStatement()) {
            comando.execute(sql);
        }
    }

    @Override
    public void close() {
        escrita.close();
        threads.close();
        recurso.close();
    }
}
