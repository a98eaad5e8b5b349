package rinha.credito.escrita;

import static org.assertj.core.api.Assertions.assertThat;
import static rinha.credito.escrita.Bancada.LONGO;
import static rinha.credito.escrita.Bancada.credito;
import static rinha.credito.escrita.Bancada.opcoes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rinha.credito.armazenamento.Aberto;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Indisponivel;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Tipo;
import rinha.credito.conta.Transacao;

@DisplayName("A escrita em lote")
final class EscritaEmLoteTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("O que chega enquanto um lote está preso vai junto no seguinte, e cada um recebe a sua resposta")
    void vaiJunto_quandoChegaDuranteUmLote(Aberto tipo) throws Exception {
        try (var bancada = new Bancada(tipo, opcoes(100, 64, LONGO))) {
            var respostas = bancada.juntas(IntStream.rangeClosed(1, 20).mapToObj(i -> new Transacao(2, Tipo.DEBITO, 5_000, "d" + i)).toList());
            // 80.000 de limite, já com um débito de 1: cabem 15 de 5.000, e são os que chegaram antes.
            for (int i = 0; i < 20; i++) {
                assertThat(respostas.get(i)).isEqualTo(i < 15 ? new Aprovada(80_000, -1 - 5_000L * (i + 1)) : Recusada.SALDO_INSUFICIENTE);
            }
            assertThat(bancada.lotes()).containsExactly(1, 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Uma transação que o banco recusa falha sozinha: as outras do lote são aplicadas")
    void falhaSozinha_quandoBancoRecusaUmaDoLote(Aberto tipo) throws Exception {
        try (var bancada = new Bancada(tipo, opcoes(100, 64, LONGO))) {
            bancada.recusar("ruim");
            var transacoes = new ArrayList<>(IntStream.range(0, 9).mapToObj(i -> new Transacao(1 + i % 5, Tipo.CREDITO, 1, "boa" + i)).toList());
            transacoes.add(4, new Transacao(1, Tipo.CREDITO, 1, "ruim"));
            var respostas = bancada.juntas(transacoes);
            assertThat(respostas.remove(4)).isEqualTo(Recusada.DADO_RECUSADO);
            assertThat(respostas).allMatch(r -> r instanceof Aprovada);
            assertThat(bancada.recurso().armazenamento().extrato(5).orElseThrow().ultimas()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Fila cheia: a transação a mais é recusada na hora, e as que esperam são atendidas")
    void recusaNaHora_quandoFilaEstaCheia(Aberto tipo) throws Exception {
        try (var bancada = new Bancada(tipo, opcoes(3, 64, LONGO)); var trava = bancada.prender()) {
            var preso = bancada.enviar(credito("preso"));
            bancada.esperarLotes(1);
            var naFila = IntStream.range(0, 3).mapToObj(i -> bancada.enviar(credito("fila" + i))).toList();
            bancada.esperarEmCurso(4);
            assertThat(bancada.escrita().enviar(credito("a mais"))).isEqualTo(new Indisponivel(Motivo.FILA_CHEIA));
            Bancada.soltar(trava);
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
        try (var bancada = new Bancada(tipo, opcoes(10, 64, Duration.ofMillis(500))); var trava = bancada.prender()) {
            var preso = bancada.enviar(credito("preso"));
            bancada.esperarLotes(1);
            assertThat(bancada.escrita().enviar(credito("cansou"))).isEqualTo(new Indisponivel(Motivo.PRAZO_ESGOTADO));
            Bancada.soltar(trava);
            // O que já foi enviado ao banco não desiste: espera o desfecho.
            assertThat(preso.get()).isEqualTo(new Aprovada(100_000, 1));
            assertThat(bancada.escrita().enviar(credito("depois"))).isEqualTo(new Aprovada(100_000, 2));
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisplayName("Um erro da JVM no meio de um lote não deixa ninguém sem resposta, nem mata o escritor")
    void respondeESegue_quandoAJvmFalhaNumLote() {
        var falhas = new AtomicInteger(1);
        try (var recurso = Aberto.SQLITE.abrir(); var escrita = EscritaEmLote.iniciar(recurso.armazenamento(), opcoes(10, 64, LONGO), _ -> {
            if (falhas.getAndDecrement() > 0) {
                throw new StackOverflowError("de propósito");
            }
        })) {
            assertThat(escrita.enviar(credito("erro"))).isEqualTo(new Indisponivel(Motivo.DESFECHO_DESCONHECIDO));
            assertThat(escrita.emCurso()).isZero();
            assertThat(escrita.enviar(credito("depois"))).isInstanceOf(Aprovada.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Fechar responde o que aceitou e recusa o que vem depois")
    void respondeOAceito_quandoFecha(Aberto tipo) throws Exception {
        try (var bancada = new Bancada(tipo, opcoes(100, 4, LONGO))) {
            try (var trava = bancada.prender()) {
                var futuros = IntStream.range(0, 20).mapToObj(i -> bancada.enviar(credito("c" + i))).toList();
                bancada.esperarEmCurso(20);
                var fechando = bancada.threads().submit(bancada.escrita()::close);
                Bancada.soltar(trava);
                for (var futuro : futuros) {
                    assertThat(futuro.get()).isInstanceOf(Aprovada.class);
                }
                fechando.get();
            }
            assertThat(bancada.escrita().enviar(credito("tarde"))).isEqualTo(new Indisponivel(Motivo.ENCERRANDO));
            assertThat(bancada.recurso().armazenamento().extrato(1).orElseThrow().total()).isEqualTo(20);
        }
    }
}
