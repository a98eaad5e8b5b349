package rinha.avaliador.regras;

import java.util.ArrayList;
import java.util.List;
import rinha.avaliador.Achado;
import rinha.avaliador.Regra;

/// Ocorrências de um mesmo defeito: quantas, e as primeiras por extenso.
public final class Falha {

    private final Dica dica;
    private final Regra regra;
    private final List<Achado.Exemplo> exemplos = new ArrayList<>();
    private long vezes;

    Falha(Regra regra, Dica dica) {
        this.regra = regra;
        this.dica = dica;
    }

    void somar(long quantas, Achado.Exemplo exemplo) {
        vezes += quantas;
        if (exemplos.size() < Achado.EXEMPLOS) {
            exemplos.add(exemplo);
        }
    }

    public Regra regra() {
        return regra;
    }

    public Regra.Peso peso() {
        return dica.peso() != null ? dica.peso() : regra.peso();
    }

    public long vezes() {
        return vezes;
    }

    public List<Achado.Exemplo> exemplos() {
        return exemplos;
    }

    public String causa() {
        return dica.causa();
    }

    public String proximo() {
        return dica.proximo();
    }
}
