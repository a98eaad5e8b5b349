package curso.bancada.medicao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Referência ao lado desta máquina")
class LadoALadoTest {

    private static final Tela TELA = new Tela(64, false, false);

    @Test
    @DisplayName("mostra número e veredito dos dois lados, e a razão; o que a referência não tem fica em branco")
    void mostraOsDoisLados() {
        var referencia = resultado(1000, Veredito.VALE, Tabela.de("Vazão", "variante", Coluna.de("ops/s", 0)).linha("com pool", 1000));
        var aqui = resultado(500, Veredito.INCONCLUSIVA,
                Tabela.de("Vazão", "variante", Coluna.de("ops/s", 0)).linha("com pool", 500).linha("nova", 7));
        assertThat(LadoALado.tela(referencia, aqui, TELA)).isEqualTo("""
                03 · conexao-por-requisicao

                Vazão: ops/s
                variante  referência  aqui  aqui ÷ ref.
                ────────  ──────────  ────  ───────────
                com pool       1.000   500         0,50
                nova               —     7            —

                ✔ ?  aqui inconclusiva: O pool ganha
                     visto 500

                referência: Processador, 1000 núcleos, 1,0 GiB, Linux, JDK 25;
                            21/11/2026 14:03 UTC
                aqui: Processador, 500 núcleos, 1,0 GiB, Linux, JDK 25;
                      21/11/2026 14:03 UTC
                """);
    }

    @Test
    @DisplayName("recusa experimentos diferentes")
    void recusaExperimentosDiferentes() {
        var outro = new Ficha("03", "outro", "P?", "Q?", java.time.Duration.ofSeconds(1));
        var r = ResultadoDeProva.completo();
        var trocado = new Resultado(outro, r.maquina(), r.data(), r.comando(), false, r.tabelas(), List.of(), Optional.empty(), List.of());
        assertThatThrownBy(() -> LadoALado.tela(r, trocado, TELA)).hasMessageContaining("experimentos diferentes");
    }

    private static Resultado resultado(int nucleos, Veredito veredito, Tabela tabela) {
        return new Resultado(ResultadoDeProva.FICHA, new Maquina("Processador", nucleos, 1024, "Linux", "25"),
                Instant.parse("2026-11-21T14:03:59Z"), "./curso exemplo 03", false, List.of(tabela),
                List.of(new Afirmacao("O pool ganha", veredito, "visto " + nucleos)), Optional.empty(), List.of());
    }
}
