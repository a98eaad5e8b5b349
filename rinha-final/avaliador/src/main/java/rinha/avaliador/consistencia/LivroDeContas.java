package rinha.avaliador.consistencia;

import java.util.Map;
import java.util.function.Predicate;
import rinha.carga.Conferencia;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;

/// Confere cada resposta da carga de 2024 e anota o que o servidor aceitou, para comparar com o saldo depois.
///
/// ```java
/// LivroDeContas livro = LivroDeContas.com(saldosAntes);
/// new Gerador(Plano.de(alvo, modelo, livro)).rodar();
/// Fechamento contas = livro.fechar(saldosDepois);
/// ```
///
/// Desfecho desconhecido é o pedido enviado que não teve resposta, ou que teve 5xx: pode ter valido ou não.
public final class LivroDeContas implements Conferencia {

    private LivroDeContas() {
    }

    /// Abre o livro com o saldo de cada cliente antes da carga.
    public static LivroDeContas com(Map<Integer, Long> saldos) {
        throw new UnsupportedOperationException("em construção");
    }

    /// Devolve o mesmo livro, que sabe reconhecer um 5xx que com certeza não aplicou nada.
    ///
    /// @param naoAplicou recebe só respostas 5xx; roda na thread do motor
    public LivroDeContas comRecusaCerta(Predicate<Resposta> naoAplicou) {
        throw new UnsupportedOperationException("em construção");
    }

    @Override
    public Veredito conferir(Pedido pedido, Resposta resposta) {
        throw new UnsupportedOperationException("em construção");
    }

    @Override
    public void semResposta(Pedido pedido, TipoDeErro erro, boolean enviado) {
        throw new UnsupportedOperationException("em construção");
    }

    /// Compara com os saldos lidos depois que a carga parou.
    public Fechamento fechar(Map<Integer, Long> saldos) {
        throw new UnsupportedOperationException("em construção");
    }
}
