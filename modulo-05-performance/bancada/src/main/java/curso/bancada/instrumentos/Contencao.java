package curso.bancada.instrumentos;

/// Conta disputas por monitor: quantas vezes uma thread quis entrar num `synchronized` ocupado e teve de esperar.
///
/// Vale para `synchronized`; um `ReentrantLock` disputado não aparece aqui (é `jdk.ThreadPark`).
public final class Contencao {
    private Contencao() {}

    /// Entradas disputadas (`jdk.JavaMonitorEnter`, sem limite mínimo) durante a ação.
    public static int contar(Acao acao) throws Exception {
        return GravacaoJfr.de(acao, "jdk.JavaMonitorEnter").size();
    }
}
