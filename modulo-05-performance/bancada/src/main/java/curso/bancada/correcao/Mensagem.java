package curso.bancada.correcao;

import java.util.ArrayList;
import java.util.List;

/// Monta a mensagem de um teste de exercício: o esperado, o visto, a causa provável e o próximo passo.
///
/// ```
/// Mensagem.esperado("nenhuma conexão presa")
///         .visto(ativas + " presas")
///         .causaProvavel("o close() só acontece quando a consulta dá certo")
///         .proximoPasso("veja ./curso dica 03.1")
///         .exigir(ativas == 0);
/// ```
public final class Mensagem {

    private final List<String> linhas = new ArrayList<>();

    private Mensagem() {}

    /// Começa a mensagem pelo que deveria acontecer.
    public static Mensagem esperado(Object esperado) {
        return new Mensagem().linha("Esperado", esperado);
    }

    /// O que aconteceu, com os números observados.
    public Mensagem visto(Object visto) {
        return linha("Visto", visto);
    }

    /// Por que isso costuma acontecer.
    public Mensagem causaProvavel(String causa) {
        return linha("Causa provável", causa);
    }

    /// O que o aluno deve fazer agora.
    public Mensagem proximoPasso(String passo) {
        return linha("Próximo passo", passo);
    }

    /// Não faz nada se a condição vale; senão lança [FalhaExplicada].
    public void exigir(boolean condicao) {
        if (!condicao) {
            throw falha();
        }
    }

    /// A falha pronta, para `throw`.
    public FalhaExplicada falha() {
        return new FalhaExplicada(texto());
    }

    /// A falha pronta, com a exceção que a causou.
    public FalhaExplicada falha(Throwable causa) {
        return new FalhaExplicada(texto(), causa);
    }

    /// A falha de um teste que não terminou.
    TesteTravado travado() {
        return new TesteTravado(texto());
    }

    private String texto() {
        return String.join("\n", linhas);
    }

    private Mensagem linha(String rotulo, Object valor) {
        linhas.add(rotulo + ": " + valor);
        return this;
    }
}
