package curso.bancada.correcao;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.intercalada.ListaComTrava;
import curso.bancada.correcao.intercalada.ListaSemTrava;
import curso.bancada.correcao.intercalada.Trava;
import curso.bancada.correcao.intercalada.TravaCerta;
import curso.bancada.correcao.intercalada.TravaQueConfereEDorme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Intercalação: as janelas de corrida ficam largas o bastante para serem vistas")
class IntercalacaoTest {

    private static final int RODADAS = 12;
    private static final int THREADS = 3;

    @Test
    @DisplayName("quem confere num passo e age em outro deixa dois entrarem")
    void deixaDoisEntrarem_quandoConfereEDorme() throws Exception {
        assertThat(pico(TravaQueConfereEDorme.class)).isGreaterThan(1);
    }

    @Test
    @DisplayName("quem confere e age num passo só continua certo, com todas as pausas")
    void continuaCerta_quandoConfereEAgeNumPassoSo() throws Exception {
        assertThat(pico(TravaCerta.class)).isEqualTo(1);
    }

    @Test
    @DisplayName("quem acrescenta a uma lista comum sem trava perde elementos; com trava, não perde nenhum")
    void perdeElementos_quandoAListaEComum() throws Exception {
        assertThat(guardados(ListaSemTrava.class)).isLessThan(RODADAS * THREADS);
        assertThat(guardados(ListaComTrava.class)).isEqualTo(RODADAS * THREADS);
    }

    private static int guardados(Class<? extends Runnable> original) throws Exception {
        int guardados = 0;
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            for (int rodada = 0; rodada < RODADAS; rodada++) {
                Runnable lista = (Runnable) Intercalacao.copia(original).getDeclaredConstructor().newInstance();
                List<Future<?>> futuros = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    futuros.add(executor.submit(lista));
                }
                for (Future<?> futuro : futuros) {
                    futuro.get();
                }
                guardados += Integer.parseInt(lista.toString());
            }
        }
        return guardados;
    }

    @Test
    @DisplayName("a cópia é outra classe; a original não ganha pausas")
    void copiaSemMexerNaOriginal() {
        Class<?> copia = Intercalacao.copia(TravaCerta.class);
        assertThat(copia).isNotEqualTo(TravaCerta.class);
        assertThat(copia.getName()).isEqualTo(TravaCerta.class.getName());
        assertThat(copia.getClassLoader()).isNotEqualTo(TravaCerta.class.getClassLoader());
    }

    private static int pico(Class<? extends Trava> original) throws Exception {
        var pico = new AtomicInteger();
        try (var executor = Executors.newFixedThreadPool(THREADS)) {
            for (int rodada = 0; rodada < RODADAS; rodada++) {
                Runnable trava = (Runnable) Intercalacao.copia(original).getDeclaredConstructor(AtomicInteger.class).newInstance(pico);
                List<Future<?>> futuros = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    futuros.add(executor.submit(trava));
                }
                for (Future<?> futuro : futuros) {
                    futuro.get();
                }
            }
        }
        return pico.get();
    }
}
