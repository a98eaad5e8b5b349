package rinha.avaliador.regras;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import rinha.avaliador.Achado;
import rinha.avaliador.Regra;
import rinha.avaliador.conversa.Troca;

/// O que uma prova usa e onde ela anota o que viu.
public final class Exame {

    private final Regra regra;
    private final Api api;
    private final boolean doZero;
    private final RandomGenerator sorteio;
    private final Map<Dica, Falha> falhas = new LinkedHashMap<>();
    private final List<String> notas = new ArrayList<>();
    private int conferencias;

    /// @param doZero se o alvo acabou de ser zerado por `POST /reset`
    public Exame(Regra regra, Api api, boolean doZero, RandomGenerator sorteio) {
        this.regra = regra;
        this.api = api;
        this.doZero = doZero;
        this.sorteio = sorteio;
    }

    public Regra regra() {
        return regra;
    }

    Api api() {
        return api;
    }

    boolean doZero() {
        return doZero;
    }

    RandomGenerator sorteio() {
        return sorteio;
    }

    /// Confere, e anota se não vale.
    boolean exigir(boolean vale, Troca troca, String esperado, Dica dica) {
        return exigir(vale, troca.enviado(), troca.veio(), esperado, dica);
    }

    boolean exigir(boolean vale, String enviado, String veio, String esperado, Dica dica) {
        conferencias++;
        if (!vale) {
            falhar(1, enviado, veio, esperado, dica);
        }
        return vale;
    }

    /// Anota um defeito visto tantas vezes.
    void falhar(long vezes, String enviado, String veio, String esperado, Dica dica) {
        falhas.computeIfAbsent(dica, d -> new Falha(regra, d)).somar(vezes, new Achado.Exemplo(enviado, veio, esperado));
    }

    /// Anota um defeito visto tantas vezes em outro lugar, e os exemplos que de lá se guardaram; sem nenhum, não se viu.
    void falhar(long vezes, List<Achado.Exemplo> exemplos, Dica dica) {
        for (int i = 0; i < exemplos.size(); i++) {
            falhas.computeIfAbsent(dica, d -> new Falha(regra, d)).somar(i == 0 ? vezes - exemplos.size() + 1 : 1, exemplos.get(i));
        }
    }

    /// Conta conferências feitas em outro lugar, como na carga.
    void contar(long quantas) {
        conferencias += Math.toIntExact(quantas);
    }

    /// Devolve a dica de quem mexeu em dinheiro; o conselho segue sem custo.
    Dica doPeso(String causa, String proximo) {
        return regra.oficial() ? Dica.deSaldo(causa, proximo) : Dica.de(causa, proximo);
    }

    /// Anota algo que quem lê deve saber e que não é defeito.
    void anotar(String nota) {
        notas.add(nota);
    }

    public int conferencias() {
        return conferencias;
    }

    public Collection<Falha> falhas() {
        return falhas.values();
    }

    public String notas() {
        return String.join(" ", notas);
    }
}
