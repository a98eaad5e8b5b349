package rinha.carga.medida;

import java.util.Map;
import rinha.carga.TipoDeErro;

/// Fotografia da carga em andamento, para quem a acompanha.
///
/// @param ultimo      último intervalo fechado
/// @param p50Ms       percentis desde o fim do aquecimento
public record Instantaneo(Intervalo ultimo, long enviados, long respondidos, Map<TipoDeErro, Long> erros,
                          double p50Ms, double p99Ms, double p999Ms, double maxMs) {
    public Instantaneo {
        erros = Map.copyOf(erros);
    }
}
