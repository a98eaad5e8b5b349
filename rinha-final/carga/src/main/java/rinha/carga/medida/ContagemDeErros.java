package rinha.carga.medida;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rinha.carga.TipoDeErro;

/// Conta erros por tipo e guarda os primeiros de cada um.
final class ContagemDeErros {

    private static final int AMOSTRAS = 5;

    private final long[] quantos = new long[TipoDeErro.values().length];
    private final Map<TipoDeErro, List<ErroVisto.Amostra>> amostras = new EnumMap<>(TipoDeErro.class);

    /// Conta um erro; a amostra só é montada enquanto há lugar para ela.
    void contar(TipoDeErro tipo, Supplier<ErroVisto.Amostra> amostra) {
        if (quantos[tipo.ordinal()]++ < AMOSTRAS) {
            amostras.computeIfAbsent(tipo, t -> new ArrayList<>(AMOSTRAS)).add(amostra.get());
        }
    }

    Map<TipoDeErro, Long> porTipo() {
        Map<TipoDeErro, Long> vistos = new EnumMap<>(TipoDeErro.class);
        for (TipoDeErro tipo : TipoDeErro.values()) {
            if (quantos[tipo.ordinal()] > 0) {
                vistos.put(tipo, quantos[tipo.ordinal()]);
            }
        }
        return vistos;
    }

    List<ErroVisto> vistos() {
        return porTipo().entrySet().stream()
                .map(e -> new ErroVisto(e.getKey(), e.getValue(), amostras.get(e.getKey()))).toList();
    }
}
