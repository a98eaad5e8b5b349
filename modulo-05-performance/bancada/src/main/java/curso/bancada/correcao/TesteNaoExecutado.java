package curso.bancada.correcao;

import org.opentest4j.TestAbortedException;

/// O teste nem começou, porque os anteriores travaram. O JUnit a trata como teste pulado; quem reprova são eles.
final class TesteNaoExecutado extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    /// @param laco onde o código ainda gira; vazio se não gira
    TesteNaoExecutado(int travados, String laco) {
        super("não executado: os " + travados + " testes anteriores travaram, e este esperaria o prazo inteiro pelo mesmo motivo"
                + (laco.isEmpty() ? "" : "; um laço sem fim ainda gira em " + laco));
    }
}
