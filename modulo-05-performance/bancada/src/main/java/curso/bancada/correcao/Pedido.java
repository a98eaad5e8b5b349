package curso.bancada.correcao;

import java.nio.file.Path;
import java.util.List;

/// O que corrigir: os fontes a compilar juntos e a classe de teste a rodar.
///
/// `fontes` traz o arquivo do exercício, o seu teste e os apoios da aula; nada mais é compilado, por isso o
/// erro de outro exercício não atrapalha.
public record Pedido(String exercicio, List<Path> fontes, String classeDeTeste) {

    public Pedido {
        fontes = List.copyOf(fontes);
    }
}
