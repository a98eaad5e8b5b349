package rinha.avaliador.consistencia;

import java.util.List;

/// As contas depois da carga, uma por cliente.
public record Fechamento(List<Conta> contas) {

    public Fechamento {
        contas = List.copyOf(contas);
    }

    /// A conta de um cliente.
    ///
    /// @param aceitas       transações respondidas com 200
    /// @param desconhecidas transações de que não se sabe se valeram: sem resposta, ou com 5xx
    /// @param minimo        o menor saldo que as respostas permitem: nenhum crédito desconhecido valeu, todo débito sim
    /// @param maximo        o maior: o contrário
    /// @param visto         o que o servidor mostra
    public record Conta(int cliente, long inicial, long aceitas, long somaAceita, long desconhecidas, long minimo,
                        long maximo, long visto) {

        public boolean confere() {
            return minimo <= visto && visto <= maximo;
        }

        /// Quanto falta (negativo) ou sobra (positivo) no que o servidor mostra; 0 se confere.
        public long diferenca() {
            return visto < minimo ? visto - minimo : Math.max(0, visto - maximo);
        }

        /// Escreve o saldo esperado: um número, ou «entre A e B» se há desfechos desconhecidos.
        public String esperado() {
            return minimo == maximo ? String.valueOf(minimo) : "entre " + minimo + " e " + maximo;
        }
    }

    public boolean confere() {
        return contas.stream().allMatch(Conta::confere);
    }

    public long desconhecidas() {
        return contas.stream().mapToLong(Conta::desconhecidas).sum();
    }

    public long aceitas() {
        return contas.stream().mapToLong(Conta::aceitas).sum();
    }
}
