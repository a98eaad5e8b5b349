package curso.bancada.correcao;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Desiste dos testes de uma classe depois que dois travam em seguida: o laço costuma ser o mesmo em todos, e esperar
/// o prazo de cada um levaria minutos. Travou também o teste que desistiu sozinho de uma chamada, se ela ainda gira.
final class TravadosEmSeguida {

    private static final int BASTAM = 2;
    private static final ExtensionContext.Namespace LUGAR = ExtensionContext.Namespace.create(TravadosEmSeguida.class);

    private int quantos;
    private String laco = "";

    /// A contagem da classe de teste desse contexto; dura uma execução.
    static TravadosEmSeguida em(ExtensionContext contexto) {
        return contexto.getRoot().getStore(LUGAR).computeIfAbsent(contexto.getRequiredTestClass(),
                _ -> new TravadosEmSeguida(), TravadosEmSeguida.class);
    }

    void desistirSeBastam() {
        if (quantos >= BASTAM) {
            throw new TesteNaoExecutado(BASTAM, laco);
        }
    }

    /// @param falha `null` se o teste passou
    void anotar(Throwable falha) {
        anotar(falha, falha == null ? Optional.empty() : LacoSemFim.onde());
    }

    void anotar(Throwable falha, Optional<String> aindaGira) {
        laco = aindaGira.orElse("");
        quantos = falha instanceof TesteTravado || aindaGira.isPresent() ? quantos + 1 : 0;
    }
}
