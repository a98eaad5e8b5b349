package curso.bancada.correcao;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// O que muitas JVMs de correção vão pedir, compilado de uma vez nesta: elas acham tudo na pasta, e nem chegam a carregar o javac.
public final class CompilacoesAdiantadas {

    private CompilacoesAdiantadas() {}

    /// Compila cada pedido e o deixa em `pasta`, a que se dá a [Corretor.Opcoes#comCompilacoes(Path)]. O que não compila fica de fora, e
    /// quem o corrige diz por quê.
    ///
    /// @param pasta vale para o classpath desta JVM
    public static void fazer(Path pasta, List<Pedido> pedidos) {
        try (Compilador compilador = new Compilador()) {
            CompilacaoAproveitada compilacao = new CompilacaoAproveitada(compilador, new CompilacoesEmDisco(Optional.of(pasta)));
            pedidos.forEach(pedido -> compilacao.compilar(pedido.fontes()));
        }
    }
}
