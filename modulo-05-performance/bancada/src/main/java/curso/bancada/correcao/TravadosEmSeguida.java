package curso.bancada.correcao;

import org.junit.jupiter.api.extension.ExtensionContext;

/// Desiste dos testes de uma classe depois que dois travam em seguida: o laço costuma ser o mesmo em todos, e esperar
/// o prazo de cada um levaria minutos.
final class TravadosEmSeguida {

    private static final int BASTAM = 2;
    private static final ExtensionContext.Namespace LUGAR = ExtensionContext.Namespace.create(TravadosEmSeguida.class);

    private int quantos;

    /// A contagem da classe de teste desse contexto; dura uma execução.
    static TravadosEmSeguida em(ExtensionContext contexto) {
        return contexto.getRoot().getStore(LUGAR).computeIfAbsent(contexto.getRequiredTestClass(),
                _ -> new TravadosEmSeguida(), TravadosEmSeguida.class);
    }

    void desistirSeBastam() {
        if (quantos >= BASTAM) {
            throw new TesteNaoExecutado(BASTAM);
        }
    }

    void anotar(Throwable falha) {
        quantos = falha instanceof TesteTravado ? quantos + 1 : 0;
    }
}
