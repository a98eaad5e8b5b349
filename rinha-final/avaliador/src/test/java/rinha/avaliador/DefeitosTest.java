package rinha.avaliador;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cada teste tem o seu servidor, e passa boa parte do tempo à espera dele: vários cabem ao mesmo tempo.
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
@DisplayName("O avaliador acha cada defeito plantado, e só ele")
final class DefeitosTest {

    /// Largo, para que uma máquina ocupada não pareça um servidor calado; curto para quem se cala de verdade.
    private static final Duration PRAZO = Duration.ofSeconds(5);
    private static final Duration CURTO = Duration.ofSeconds(1);
    private static final Set<Defeito> CALADOS = EnumSet.of(Defeito.TRAVA_COM_CORPO_VAZIO, Defeito.EMUDECE_DEPOIS_DE_CEM, Defeito.UMA_THREAD_POR_CONEXAO_LENTA);

    /// V04 mede o relógio, e a máquina dos testes pode estar ocupada: só o servidor que dorme a 300 ms a prova aqui.
    private static final Set<String> TODAS_SEM_RELOGIO = Avaliador.regras().stream().map(Regra::numero).filter(r -> !r.equals("V04"))
            .collect(Collectors.toSet());

    static PlanoDeAvaliacao plano(ServidorDeProva servidor) {
        return PlanoDeAvaliacao.de(servidor.url()).comPrazo(PRAZO);
    }

    private static List<String> acusadas(Avaliacao a) {
        return a.verificacoes().stream().filter(v -> v.situacao() == Situacao.FALHOU).map(v -> v.regra().numero()).toList();
    }

    private static String relato(Avaliacao a) {
        StringBuilder s = new StringBuilder();
        a.achados().forEach(x -> s.append(x.regra().id()).append(": ").append(x.exemplos()).append('\n'));
        a.verificacoes().stream().filter(v -> !v.motivo().isEmpty()).forEach(v -> s.append(v.regra().id()).append(": ").append(v.motivo()).append('\n'));
        return s.toString();
    }

    @Test
    @DisplayName("o servidor correto não tem achado nenhum, e toda regra foi avaliada")
    void naoAcusa_quandoOServidorEhCorreto() throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com()) {
            Avaliacao a = Avaliador.avaliar(plano(servidor).comCarga(Duration.ofSeconds(1)).comPico(200).comSo(TODAS_SEM_RELOGIO), Andamento.nenhum());
            assertThat(a.achados()).as(relato(a)).isEmpty();
            assertThat(a.verificacoes()).allMatch(v -> v.situacao() == Situacao.PASSOU).hasSize(TODAS_SEM_RELOGIO.size());
            assertThat(a.nota().inconsistencias()).isZero();
            assertThat(a.fechamento().orElseThrow().aceitas()).isPositive();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("cada defeito é acusado exatamente pelas regras que declara")
    void acusaSoODeclarado_quandoHaUmDefeito(Defeito defeito) throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com(defeito)) {
            PlanoDeAvaliacao plano = defeito.soSobCarga() ? plano(servidor).comCarga(Duration.ofSeconds(1)).comPico(300)
                    .comSo(defeito.acusam().contains("V04") ? Set.of("V01", "V02", "V03", "V04") : Set.of("V01", "V02", "V03")) : plano(servidor).semCarga();
            plano = plano.comZerar(defeito == Defeito.RESET_NAO_ZERA);
            Avaliacao a = Avaliador.avaliar(plano.comPrazo(CALADOS.contains(defeito) ? CURTO : PRAZO), Andamento.nenhum());
            assertThat(acusadas(a)).as(relato(a)).containsExactlyInAnyOrderElementsOf(defeito.acusam());
            assertThat(a.aprovada()).isEqualTo(defeito.acusam().stream().allMatch(r -> r.startsWith("E")));
            assertThat(a.achados()).allSatisfy(x -> {
                assertThat(x.causa()).isNotBlank();
                assertThat(x.proximoPasso()).isNotBlank();
                assertThat(x.exemplos()).isNotEmpty();
                assertThat(x.repetir()).contains("--so ", servidor.url().toString());
                // C00 não tem prova sua: repete-se a regra em que o servidor se calou.
                assertThat(x.repetir().contains("--so " + x.regra().numero())).isEqualTo(!x.regra().numero().equals("C00"));
            });
        }
    }

    @Test
    @DisplayName("quem aceita além do limite também é visto nas respostas da carga, cada uma com a sua multa")
    void multaCadaResposta_quandoOSaldoPassaDoLimiteSobCarga() throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com(Defeito.ACEITA_ALEM_DO_LIMITE)) {
            Avaliacao a = Avaliador.avaliar(plano(servidor).comSo(Set.of("V02")).comCarga(Duration.ofSeconds(2)).comPico(1_000), Andamento.nenhum());
            assertThat(acusadas(a)).containsExactly("V02");
            assertThat(a.nota().inconsistencias()).isPositive();
            assertThat(a.nota().multaDoSaldo()).isEqualTo(Nota.POR_INCONSISTENCIA.vezes(a.nota().inconsistencias()));
            assertThat(a.achados().getFirst().custo()).isEqualTo(a.nota().multaDoSaldo());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"QUEBRA_SOB_CARGA", "CAI_SOB_CARGA"})
    @DisplayName("de quem quebra na carga só se perde a soma: o resto se julga pelas respostas, e a culpa não cai na regra seguinte")
    void julgaPelasRespostas_quandoOServidorQuebraNaCarga(Defeito defeito) throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com(defeito)) {
            Avaliacao a = Avaliador.avaliar(plano(servidor).comCarga(Duration.ofSeconds(1)).comPico(300)
                    .comSo(Set.of("V01", "V02", "V03", "V04", "E09", "E11")), Andamento.nenhum());
            assertThat(situacao(a, "V02")).isEqualTo(Situacao.PASSOU);
            assertThat(situacao(a, "V03")).isEqualTo(Situacao.NAO_AVALIADA);
            assertThat(a.carga()).isPresent();
            if (defeito == Defeito.CAI_SOB_CARGA) {
                assertThat(a.achados().stream().filter(x -> x.regra().numero().equals("C00")).flatMap(x -> x.exemplos().stream()))
                        .singleElement().satisfies(e -> assertThat(e.enviado()).isEqualTo("na carga"));
                assertThat(a.achados()).filteredOn(x -> x.regra().numero().equals("C00")).singleElement()
                        .satisfies(x -> assertThat(x.repetir()).contains("--so V01 --duracao 1s"));
                assertThat(situacao(a, "E09")).isEqualTo(Situacao.NAO_AVALIADA);
            }
        }
    }

    private static Situacao situacao(Avaliacao a, String numero) {
        return a.verificacoes().stream().filter(v -> v.regra().numero().equals(numero)).findFirst().orElseThrow().situacao();
    }

    @Test
    @DisplayName("o 202 também aceita: o débito além do limite custa o mesmo")
    void multa_quandoODebitoAlemDoLimiteEhAceitoCom202() throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com(Defeito.ACEITA_ALEM_COM_202)) {
            Avaliacao a = Avaliador.avaliar(plano(servidor).semCarga().comSo(Set.of("C07", "C08")), Andamento.nenhum());
            assertThat(acusadas(a)).containsExactly("C07");
            assertThat(a.achados().getFirst().custo()).isEqualTo(Nota.POR_INCONSISTENCIA);
        }
    }

    @Test
    @DisplayName("a regra oficial que não pôde ser avaliada não aprova ninguém")
    void naoAprova_quandoUmaRegraFicouSemAvaliar() throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com(Defeito.EXTRATO_VAZIO_QUEBRA)) {
            Avaliacao a = Avaliador.avaliar(plano(servidor).semCarga().comSo(Set.of("C02")), Andamento.nenhum());
            assertThat(a.achados()).isEmpty();
            assertThat(a.aprovada()).isFalse();
        }
    }

    @Test
    @DisplayName("com história no banco, só a regra do saldo inicial fica sem avaliar, e diz por quê; com --zerar, passa")
    void explicaOBancoUsado_quandoNaoComecaDoZero() throws Exception {
        try (ServidorDeProva servidor = ServidorDeProva.com()) {
            Avaliador.avaliar(plano(servidor).semCarga(), Andamento.nenhum());
            Avaliacao segunda = Avaliador.avaliar(plano(servidor).semCarga(), Andamento.nenhum());
            assertThat(segunda.achados()).as(relato(segunda)).isEmpty();
            assertThat(segunda.aprovada()).as("um banco usado não reprova ninguém").isTrue();
            assertThat(segunda.avisos()).singleElement().asString().contains("O banco não começou do zero", "--zerar");
            Avaliacao zerada = Avaliador.avaliar(plano(servidor).semCarga().comZerar(true), Andamento.nenhum());
            assertThat(zerada.verificacoes()).allMatch(v -> v.situacao() == Situacao.PASSOU || v.regra().numero().startsWith("V"));
            assertThat(zerada.avisos()).isEmpty();
        }
    }
}
