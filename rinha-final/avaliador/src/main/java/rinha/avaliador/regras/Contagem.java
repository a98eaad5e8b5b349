package rinha.avaliador.regras;

import java.util.ArrayList;
import java.util.List;
import rinha.avaliador.conversa.Desfecho;
import rinha.avaliador.conversa.Troca;
import rinha.carga.medida.Numeros;

/// O que se sabe de um grupo de transações: as aceitas, as recusadas e as de desfecho desconhecido.
final class Contagem {

    private final List<Troca> recusadas = new ArrayList<>();
    private int aceitas;
    private final List<Troca> duvidosas = new ArrayList<>();
    private long soma;
    private long menos;
    private long mais;

    static Contagem de(List<Troca> trocas, long delta) {
        Contagem contagem = new Contagem();
        trocas.forEach(t -> contagem.anotar(t, delta));
        return contagem;
    }

    /// @param delta o que a transação faz ao saldo, se vale
    void anotar(Troca t, long delta) {
        if (t.status() == 200) {
            aceitas++;
            soma += delta;
        } else if (podeTerValido(t)) {
            duvidosas.add(t);
            menos += Math.min(0, delta);
            mais += Math.max(0, delta);
        } else {
            recusadas.add(t);
        }
    }

    /// Só 4xx e o pedido que nem saiu dizem com certeza que nada foi aplicado.
    private static boolean podeTerValido(Troca t) {
        return switch (t.desfecho()) {
            case Desfecho.Respondeu r -> r.status() < 400 || r.status() >= 500;
            case Desfecho.SemResposta s -> s.enviado();
        };
    }

    int aceitas() {
        return aceitas;
    }

    int desconhecidas() {
        return duvidosas.size();
    }

    boolean explica(long antes, long depois) {
        return antes + soma + menos <= depois && depois <= antes + soma + mais;
    }

    String esperado(long antes) {
        long exato = antes + soma;
        return duvidosas.isEmpty() ? String.valueOf(exato)
                : "entre %d e %d: de %s".formatted(exato + menos, exato + mais,
                        Numeros.quantos(duvidosas.size(), "não se sabe se valeu", "não se sabe se valeram"));
    }

    /// Anota cada transação sem resposta, ou com uma que não diz se valeu.
    void duvidosas(Exame exame) {
        duvidosas.forEach(t -> exame.exigir(false, t, "200 ou 422", Dica.deResposta("sob concorrência o servidor não responde, ou responde com erro dele",
                "veja o que ele registrou; confira o pool de conexões, os prazos e as novas tentativas em conflito")));
    }

    /// Anota cada recusa que não é a do contrato.
    void recusadasSem422(Exame exame) {
        recusadas.forEach(t -> exame.exigir(t.status() == 422, t, "200 ou 422",
                Dica.deResposta("o débito que não cabe é recusado, mas com outro código, ou nem chega ao servidor", "responda 422; o corpo é livre")));
    }

    /// Anota cada transação que devia ter sido aceita e não foi.
    void recusadas(Exame exame, String esperado) {
        recusadas.forEach(t -> exame.exigir(false, t, esperado, Dica.deResposta("sob concorrência o servidor recusa o que aceitaria sozinho",
                "confira conflitos de transação, pool esgotado e limite de taxa")));
    }
}
