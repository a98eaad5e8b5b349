package rinha.avaliador;

import java.util.List;
import java.util.Set;
import rinha.avaliador.regras.Catalogo;

/// Avalia um servidor que diz falar o contrato da Rinha 2024-Q1, uma vez.
///
/// ```java
/// Avaliacao a = Avaliador.avaliar(PlanoDeAvaliacao.de(URI.create("http://127.0.0.1:9999")), Andamento.nenhum());
/// ```
///
/// Só manda pedidos a `alvo`, e não confere se ele é desta máquina: isso é de quem recebe o endereço de uma pessoa.
public final class Avaliador {

    private final Sessao sessao;

    /// @throws IllegalArgumentException se o plano cita uma regra que não existe, ou se o alvo não é `http://host:porta`
    public Avaliador(PlanoDeAvaliacao plano, Andamento andamento) {
        this.sessao = new Sessao(plano, andamento);
    }

    /// Devolve todas as regras, na ordem em que são avaliadas.
    public static List<Regra> regras() {
        return Catalogo.regras();
    }

    /// Recusa nomes de regras que não existem, e os das que precisam de uma carga que não virá, antes que se faça qualquer coisa por eles.
    ///
    /// @throws IllegalArgumentException se um nome não serve; a mensagem diz o que fazer
    public static void exigirRegras(Set<String> nomes, boolean comCarga) {
        Catalogo.resolver(nomes, comCarga);
    }

    /// Avalia, e só volta quando terminou.
    ///
    /// @throws AlvoInacessivel          se o alvo não responde
    /// @throws IllegalArgumentException se o plano cita uma regra que não existe
    public static Avaliacao avaliar(PlanoDeAvaliacao plano, Andamento andamento) throws AlvoInacessivel, InterruptedException {
        return new Avaliador(plano, andamento).avaliar();
    }

    public Avaliacao avaliar() throws AlvoInacessivel, InterruptedException {
        return sessao.avaliar();
    }

    /// Faz a avaliação acabar antes da hora, com o que já se viu; de qualquer thread.
    public void parar() {
        sessao.parar();
    }
}
