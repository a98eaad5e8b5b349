package rinha.balanceador.proxy;

import java.util.ArrayList;
import java.util.List;
import rinha.balanceador.estrategia.Visitante;
import rinha.balanceador.servidor.Servidor;

/// Onde um pedido está e onde já esteve: escolhe o próximo servidor, sem repetir, até o máximo.
final class Tentativas {
    private final Contexto contexto;
    private Servidor atual;
    private List<Servidor> tentados = List.of();
    private boolean segundaChance = true;

    Tentativas(Contexto contexto) {
        this.contexto = contexto;
    }

    /// O servidor que tem o pedido agora, ou `null`.
    Servidor atual() {
        return atual;
    }

    /// Passa ao próximo servidor; `null` se não há a quem.
    Servidor proximo(Visitante visitante) {
        var candidatos = contexto.grupo().disponiveis();
        if (!tentados.isEmpty()) {
            candidatos = candidatos.stream().filter(s -> !tentados.contains(s)).toList();
        }
        atual = candidatos.isEmpty() || tentados.size() >= contexto.config().tentativas() ? null : contexto.estrategia().escolher(candidatos, visitante);
        return atual;
    }

    /// O servidor atual não respondeu.
    ///
    /// @param conexaoVelha o que falhou foi uma conexão guardada, que talvez já estivesse morta: isso não diz nada do servidor,
    ///        que pode ser tentado mais uma vez, com uma conexão nova
    void falhou(boolean conexaoVelha) {
        if (conexaoVelha && segundaChance) {
            segundaChance = false;
        } else {
            tentados = new ArrayList<>(tentados);
            tentados.add(atual);
        }
        largar();
    }

    /// O pedido não está mais com o servidor atual.
    void largar() {
        if (atual != null) {
            atual.sair();
            atual = null;
        }
    }
}
