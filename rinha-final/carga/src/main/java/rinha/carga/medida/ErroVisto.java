package rinha.carga.medida;

import java.util.List;
import rinha.carga.TipoDeErro;

/// Erros de um tipo: quantos, e os primeiros para mostrar.
public record ErroVisto(TipoDeErro tipo, long quantos, List<Amostra> amostras) {

    public ErroVisto {
        amostras = List.copyOf(amostras);
    }

    /// Um erro contado por inteiro.
    ///
    /// @param segundo quando, em segundos desde o começo da carga
    /// @param pedido  o que foi enviado
    /// @param detalhe o que veio e o que era esperado
    public record Amostra(double segundo, String pedido, String detalhe) {
    }
}
