package rinha.credito.armazenamento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rinha.credito.armazenamento.FalhaDeArmazenamento.Natureza;
import rinha.credito.conta.Lancamento;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Resultado.Aprovada;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.conta.Tipo;
import rinha.credito.conta.Transacao;

@DisplayName("O que todo armazenamento promete")
final class ArmazenamentoTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("Lotes ao acaso dão, um a um, o mesmo que uma conta feita à mão")
    void concordaComAContaAMao_quandoLotesSaoAoAcaso(Aberto tipo) {
        try (var recurso = tipo.abrir()) {
            var sorteio = new Random(7);
            var conta = new ContaAMao();
            for (int numero = 1; numero <= 40; numero++) {
                var lote = IntStream.range(0, 1 + sorteio.nextInt(40)).mapToObj(_ -> aoAcaso(sorteio)).toList();
                var esperados = lote.stream().map(conta::aplicar).toList();
                assertThat(recurso.armazenamento().aplicarLote(numero, lote)).as("lote %d", numero).isEqualTo(esperados);
            }
            // O mesmo caminho, um por vez, a partir do mesmo estado.
            for (int i = 0; i < 100; i++) {
                var transacao = aoAcaso(sorteio);
                assertThat(recurso.armazenamento().aplicar(transacao)).isEqualTo(conta.aplicar(transacao));
            }
            for (int cliente = 1; cliente <= 5; cliente++) {
                conferirExtrato(recurso.armazenamento(), conta, cliente);
            }
        }
    }

    private static void conferirExtrato(Armazenamento armazenamento, ContaAMao conta, int cliente) {
        var extrato = armazenamento.extrato(cliente).orElseThrow();
        assertThat(extrato.total()).isEqualTo(conta.saldo(cliente));
        var todas = armazenamento.transacoes(cliente, Long.MAX_VALUE, 10_000).orElseThrow();
        assertThat(todas.temMais()).isFalse();
        assertThat(todas.lancamentos().stream().map(Lancamento::descricao)).containsExactlyElementsOf(conta.descricoes(cliente).reversed());
        assertThat(todas.lancamentos().stream().map(Lancamento::numero)).isEqualTo(
                IntStream.range(0, conta.descricoes(cliente).size()).mapToObj(i -> (long) conta.descricoes(cliente).size() - i).toList());
        assertThat(extrato.ultimas()).isEqualTo(todas.lancamentos().subList(0, Math.min(10, todas.lancamentos().size())));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Um lote repetido com o mesmo número devolve a mesma resposta e não se aplica de novo")
    void devolveOMesmo_quandoLoteSeRepete(Aberto tipo) {
        try (var recurso = tipo.abrir()) {
            var lote = List.of(credito(1, "a"), new Transacao(2, Tipo.DEBITO, 80_001, "demais"), credito(9, "ninguém"), credito(1, "b"));
            var resposta = recurso.armazenamento().aplicarLote(1, lote);
            assertThat(resposta).containsExactly(new Aprovada(100_000, 5), Recusada.SALDO_INSUFICIENTE, Recusada.CLIENTE_DESCONHECIDO, new Aprovada(100_000, 10));
            assertThat(recurso.armazenamento().aplicarLote(1, lote)).isEqualTo(resposta);
            assertThat(recurso.armazenamento().extrato(1).orElseThrow().total()).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Um lote com um dado que o banco recusa não aplica nada e diz por quê")
    void naoAplicaNada_quandoUmDadoDoLoteEhRecusado(Aberto tipo) throws Exception {
        try (var recurso = tipo.abrir()) {
            try (var fundos = recurso.fundos().conectar(); var comando = fundos.createStatement()) {
                comando.execute(tipo.recusar("ruim"));
            }
            assertThatThrownBy(() -> recurso.armazenamento().aplicarLote(1, List.of(credito(1, "bom"), credito(2, "ruim"))))
                    .isInstanceOfSatisfying(FalhaDeArmazenamento.class, e -> assertThat(e.natureza()).isEqualTo(Natureza.DADO_RECUSADO));
            assertThat(recurso.armazenamento().extrato(1).orElseThrow().total()).isZero();
            assertThat(recurso.armazenamento().aplicarLote(2, List.of(credito(1, "bom")))).containsExactly(new Aprovada(100_000, 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Zerar apaga a história e os saldos")
    void apagaTudo_quandoZera(Aberto tipo) {
        try (var recurso = tipo.abrir()) {
            recurso.armazenamento().aplicar(credito(3, "antes"));
            recurso.armazenamento().zerar();
            var extrato = recurso.armazenamento().extrato(3).orElseThrow();
            assertThat(extrato.total()).isZero();
            assertThat(extrato.ultimas()).isEmpty();
            assertThat(recurso.armazenamento().aplicar(credito(3, "depois"))).isEqualTo(new Aprovada(1_000_000, 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("Cliente que não existe: nada em lugar nenhum")
    void devolveVazio_quandoClienteNaoExiste(Aberto tipo) {
        try (var recurso = tipo.abrir()) {
            assertThat(recurso.armazenamento().extrato(6)).isEmpty();
            assertThat(recurso.armazenamento().transacoes(6, 10, 10)).isEmpty();
            assertThat(recurso.armazenamento().limite(6)).isEmpty();
            assertThat(recurso.armazenamento().aplicar(credito(6, "x"))).isEqualTo(Recusada.CLIENTE_DESCONHECIDO);
        }
    }

    private static Transacao credito(int cliente, String descricao) {
        return new Transacao(cliente, Tipo.CREDITO, 5, descricao);
    }

    private static Transacao aoAcaso(Random sorteio) {
        boolean enorme = sorteio.nextInt(20) == 0;
        long valor = enorme ? Long.MAX_VALUE - sorteio.nextInt(100) : 1 + sorteio.nextInt(60_000);
        return new Transacao(1 + sorteio.nextInt(6), sorteio.nextInt(3) == 0 ? Tipo.CREDITO : Tipo.DEBITO, valor, "t" + sorteio.nextInt(1_000_000));
    }

    /// A regra da conta, em Java puro e com números sem fim.
    private static final class ContaAMao {
        private static final long[] LIMITES = {0, 100_000, 80_000, 1_000_000, 10_000_000, 500_000};
        private final long[] saldos = new long[LIMITES.length];
        private final List<List<String>> descricoes = new ArrayList<>();

        ContaAMao() {
            for (int i = 0; i < LIMITES.length; i++) {
                descricoes.add(new ArrayList<>());
            }
        }

        Resultado aplicar(Transacao t) {
            if (t.cliente() >= LIMITES.length) {
                return Recusada.CLIENTE_DESCONHECIDO;
            }
            var depois = BigInteger.valueOf(saldos[t.cliente()]).add(BigInteger.valueOf(t.valorComSinal()));
            if (t.tipo() == Tipo.DEBITO && depois.compareTo(BigInteger.valueOf(-LIMITES[t.cliente()])) < 0) {
                return Recusada.SALDO_INSUFICIENTE;
            }
            if (depois.bitLength() > 63) {
                return Recusada.SALDO_FORA_DO_ALCANCE;
            }
            saldos[t.cliente()] = depois.longValueExact();
            descricoes.get(t.cliente()).add(t.descricao());
            return new Aprovada(LIMITES[t.cliente()], saldos[t.cliente()]);
        }

        long saldo(int cliente) {
            return saldos[cliente];
        }

        List<String> descricoes(int cliente) {
            return descricoes.get(cliente);
        }
    }
}
