package exercicios.{{pacote}};

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio("{{numero}}.1")
final class MenorPrecoTest {

    @Test @Order(1)
    @DisplayName("devolve o menor preço da lista")
    void devolveOMenor_quandoHaVarios() {
        OptionalLong visto = new MenorPreco().de(List.of(900L, 450L, 700L));
        Mensagem.esperado("450")
                .visto(visto)
                .causaProvavel("o método não compara os preços entre si")
                .proximoPasso("leia «A ideia» em teoria/{{arquivo}}.md")
                .exigir(visto.equals(OptionalLong.of(450)));
    }

    @Test @Order(2)
    @DisplayName("devolve vazio quando a lista é vazia")
    void devolveVazio_quandoAListaEVazia() {
        OptionalLong visto = new MenorPreco().de(List.of());
        Mensagem.esperado("vazio")
                .visto(visto)
                .causaProvavel("o método parte de um preço que ninguém deu")
                .proximoPasso("pense no que o menor de nenhum preço significa")
                .exigir(visto.isEmpty());
    }
}
