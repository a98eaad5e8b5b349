package rinha.arena.sistema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rinha.arena.Recusa;
import rinha.arena.orcamento.Orcamento;

@DisplayName("Quantas instâncias cabem na memória do orçamento")
class LotacaoTest {
    @TempDir
    Path opcoes;

    private Oficina oficina(String objetos, String codigo) throws IOException {
        Files.writeString(opcoes.resolve("credito.args"), "-Xms8m\n-Xmx%s\n-XX:ReservedCodeCacheSize=%s\n".formatted(objetos, codigo));
        Files.writeString(opcoes.resolve("balanceador.args"), "-Xmx10m\n-XX:ReservedCodeCacheSize=20m\n");
        return new Oficina(Oficina.raizDoCurso(), opcoes, opcoes, opcoes, opcoes);
    }

    private static Receita receita(int instancias, Receita.Armazenamento armazenamento, Receita.Balanceador balanceador, int megabytes) {
        return new Receita(instancias, armazenamento, Receita.Escrita.LOTE, balanceador, 0, true, new Orcamento(1.5, (long) megabytes << 20));
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, NGINX, 300, 3", "SQLITE, NGINX, 299, 2", "SQLITE, JAVA, 330, 3", "SQLITE, JAVA, 329, 2", "POSTGRES, JAVA, 378, 3", "POSTGRES, JAVA, 377, 2"})
    @DisplayName("Conta a API, o balanceador e o banco, e recusa a primeira que não cabe")
    void recusa_quandoNaoCabe(Receita.Armazenamento armazenamento, Receita.Balanceador balanceador, int megabytes, int cabem) throws IOException {
        var oficina = oficina("60m", "40m");
        assertThatCode(() -> Lotacao.exigir(receita(cabem, armazenamento, balanceador, megabytes), oficina)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Lotacao.exigir(receita(cabem + 1, armazenamento, balanceador, megabytes), oficina)).isInstanceOfSatisfying(Recusa.class, r -> {
            assertThat(r).hasMessageContainingAll((cabem + 1) + " instâncias não cabem em " + megabytes + " MB: cabem " + cabem, "ao menos 100 MB: 60 de objetos e 40 de código");
            assertThat(r.codigo()).isEqualTo(2);
            assertThat(r.proximoPasso()).contains("--instancias 2");
        });
    }

    @Test
    @DisplayName("Uma opção em outra unidade é um erro que diz qual, e não uma conta errada")
    void falha_quandoAOpcaoNaoEstaEmMegabytes() throws IOException {
        var oficina = oficina("1g", "40m");
        assertThatThrownBy(() -> Lotacao.exigir(receita(1, Receita.Armazenamento.SQLITE, Receita.Balanceador.NGINX, 300), oficina)).hasMessageContaining("-Xmx");
    }
}
