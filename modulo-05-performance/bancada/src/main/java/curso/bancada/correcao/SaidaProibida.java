package curso.bancada.correcao;

import java.util.concurrent.atomic.AtomicReference;

/// Lançada no lugar de `System.exit`, `Runtime.exit` e `Runtime.halt` chamados pelo código do aluno.
///
/// Sem ela, a chamada derrubaria a JVM que corrige, e o aluno veria um build morto sem explicação.
public final class SaidaProibida extends Error {

    private static final long serialVersionUID = 1L;
    private static final AtomicReference<SaidaProibida> ULTIMA = new AtomicReference<>();

    private SaidaProibida(int codigo) {
        super("o código do exercício tentou encerrar a JVM com código " + codigo);
    }

    /// Substitui `System.exit(codigo)`: registra a tentativa e lança.
    public static void sair(int codigo) {
        SaidaProibida saida = new SaidaProibida(codigo);
        ULTIMA.set(saida);
        throw saida;
    }

    /// Substitui `Runtime.exit(codigo)` e `Runtime.halt(codigo)`.
    public static void sair(Runtime ignorado, int codigo) {
        sair(codigo);
    }

    static SaidaProibida retirar() {
        return ULTIMA.getAndSet(null);
    }
}
