package exercicios.aula01_threads;

import curso.bancada.correcao.Exercicio;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Busca o menor preço de um produto entre vários fornecedores, dentro de um prazo.
///
/// Cada consulta é uma chamada pela rede: passa o tempo todo esperando, e às vezes não volta.
///
/// **O que deve valer**
///
/// - Todos os fornecedores são consultados ao mesmo tempo, sejam três ou trezentos.
/// - O prazo é um só, para a busca inteira. Se todos respondem antes, a busca termina antes.
/// - Vencido o prazo, a resposta é a menor oferta das que chegaram; vazio, se nenhuma chegou.
/// - Um buscador atende muitas buscas ao mesmo tempo, e nenhuma vê as ofertas da outra nem espera que
///   ela acabe.
/// - Quem falha é ignorado. Se todos falham, ou se não há fornecedores, a resposta é vazia.
/// - Consulta que não terminou no prazo é interrompida. Quando a busca acaba, por qualquer caminho, as
///   threads que ela criou acabam também.
/// - Se a thread que chamou é interrompida enquanto espera, a busca para, as consultas são interrompidas e a
///   interrupção chega a quem chamou (por `InterruptedException` ou pela marca na thread).
///
/// **O que acontece agora.** Um fornecedor de cada vez, sem prazo: a busca dura a soma de todas as esperas, e um
/// fornecedor mudo a prende para sempre.
///
/// **Fora de escopo.** Fornecedor que ignora a interrupção; empate de preços; repetir consultas.
public final class BuscadorDePrecos {

    /// Um fornecedor consultado pela rede.
    public interface Fornecedor {

        String nome();

        /// Espera a resposta e devolve o preço. Obedece à interrupção com `InterruptedException`.
        long precoEmCentavos(String produto) throws Exception;
    }

    /// O preço que um fornecedor deu.
    public record Oferta(String fornecedor, long centavos) {}

    /// Devolve a menor oferta que chegou em até `prazo`; vazio, se nenhuma chegou.
    public Optional<Oferta> menorPreco(String produto, List<Fornecedor> fornecedores, Duration prazo)
            throws InterruptedException {
        Exercicio.aFazer("01.1");
        Oferta menor = null;
        for (Fornecedor fornecedor : fornecedores) {
            try {
                long centavos = fornecedor.precoEmCentavos(produto);
                if (menor == null || centavos < menor.centavos()) {
                    menor = new Oferta(fornecedor.nome(), centavos);
                }
            } catch (Exception falha) {
                // quem falha é ignorado
            }
        }
        return Optional.ofNullable(menor);
    }
}
