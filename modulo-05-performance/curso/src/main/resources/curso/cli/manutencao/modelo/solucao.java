package exercicios.{{pacote}};

import java.util.List;
import java.util.OptionalLong;

/// Acha o menor preço de uma lista.
public final class MenorPreco {

    /// Devolve o menor dos preços, em centavos.
    public OptionalLong de(List<Long> precos) {
        return precos.stream().mapToLong(Long::longValue).min();
    }
}
