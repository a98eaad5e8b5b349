package rinha.arena.sistema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rinha.arena.Recusa;
import rinha.arena.orcamento.Cercas;
import rinha.arena.orcamento.Orcamento;

@Timeout(120)
@DisplayName("Um sistema que não cabe na memória do orçamento")
class MemoriaDoOrcamentoTest {
    @Test
    @DisplayName("Diz que a memória acabou, e não só que um processo morreu")
    void dizQueAMemoriaAcabou() {
        var pouca = new Orcamento(1.5, 20L << 20);
        try (var cerca = Cercas.levantar(pouca)) {
            assumeTrue(cerca.impoe(), cerca::descricao);
        }
        var receita = new Receita(2, Receita.Armazenamento.SQLITE, Receita.Escrita.LOTE, Receita.Balanceador.JAVA, 0, true, pouca);

        assertThatThrownBy(() -> SistemaNoAr.subir(receita, Oficina.encontrar(), _ -> {}).close()).isInstanceOfSatisfying(Recusa.class, r -> {
            assertThat(r).hasMessageContainingAll("A memória do orçamento, 20 MB, não chega para 2 instâncias", "o Linux matou");
            assertThat(r.proximoPasso()).contains("--instancias");
        });
    }
}
