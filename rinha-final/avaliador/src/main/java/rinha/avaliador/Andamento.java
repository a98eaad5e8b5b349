package rinha.avaliador;

import java.util.function.Consumer;
import rinha.carga.Plano;
import rinha.carga.medida.Instantaneo;

/// Acompanha uma avaliação. Todo método tem um padrão que não faz nada.
public interface Andamento {

    default void comecou(Regra regra) {
    }

    default void terminou(Verificacao verificacao) {
    }

    /// Avisa que a carga vai começar; o que devolve recebe a fotografia de cada segundo e é fechado no fim dela.
    default Tela carga(Plano plano) {
        return _ -> { };
    }

    static Andamento nenhum() {
        return new Andamento() {
        };
    }

    /// Quem mostra a carga enquanto ela corre.
    @FunctionalInterface
    interface Tela extends Consumer<Instantaneo>, AutoCloseable {
        @Override
        default void close() {
        }
    }
}
