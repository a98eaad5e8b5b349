package curso.bancada.instrumentos;

/// Conta fixações: quantas vezes uma thread virtual parou sem poder soltar a thread da plataforma que a carrega.
///
/// Desde o JDK 24 (JEP 491) `synchronized` não fixa mais; inicializadores de classe e quadros nativos ainda fixam.
public final class Fixacoes {
    private Fixacoes() {}

    /// Eventos `jdk.VirtualThreadPinned`, sem limite mínimo, durante a ação.
    public static int contar(Acao acao) throws Exception {
        return GravacaoJfr.de(acao, "jdk.VirtualThreadPinned").size();
    }
}
