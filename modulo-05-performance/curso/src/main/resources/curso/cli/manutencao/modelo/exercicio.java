package exercicios.{{pacote}};

import curso.bancada.correcao.Exercicio;
import java.util.List;
import java.util.OptionalLong;

/// Acha o menor preço de uma lista.
///
/// # A tarefa ({{numero}}.1)
///
/// **O que acontece agora.** Devolve sempre vazio.
///
/// **O que deve valer:**
///
/// - Devolve o menor preço da lista.
/// - Devolve vazio quando a lista é vazia.
///
/// **Fora do escopo:** preços nulos.
public final class MenorPreco {

    /// Devolve o menor dos preços, em centavos.
    public OptionalLong de(List<Long> precos) {
        Exercicio.aFazer("{{numero}}.1");
        return OptionalLong.empty();
    }
}
