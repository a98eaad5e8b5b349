package rinha.carga;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Fonte que alterna outras fontes em proporção **exata**, em ordem sorteada pela semente.
///
/// É um baralho: cada volta tem tantas cartas de cada fonte quanto o seu peso, e é reembaralhada. Em
/// 22:11:1, quaisquer 34 pedidos de uma volta têm 22, 11 e 1. Um sorteio independente por pedido só
/// chegaria perto, e a carga curta pareceria mais leve ou mais pesada conforme a sorte.
public final class Mistura implements Fonte {

    private final List<Fonte> fontes;
    private final int[] baralho;
    private final Random sorteio;
    private int carta;

    private Mistura(List<Fonte> fontes, int[] baralho, long semente) {
        this.fontes = fontes;
        this.baralho = baralho;
        this.sorteio = new Random(semente);
        this.carta = baralho.length;
    }

    public static Construtor comSemente(long semente) {
        return new Construtor(semente);
    }

    @Override
    public Pedido proximo() {
        if (carta == baralho.length) {
            embaralhar();
            carta = 0;
        }
        return fontes.get(baralho[carta++]).proximo();
    }

    private void embaralhar() {
        for (int i = baralho.length - 1; i > 0; i--) {
            int j = sorteio.nextInt(i + 1);
            int troca = baralho[i];
            baralho[i] = baralho[j];
            baralho[j] = troca;
        }
    }

    /// Junta as fontes com seus pesos.
    public static final class Construtor {
        private final long semente;
        private final List<Fonte> fontes = new ArrayList<>();
        private final List<Integer> cartas = new ArrayList<>();

        private Construtor(long semente) {
            this.semente = semente;
        }

        public Construtor com(int peso, Fonte fonte) {
            Exigir.que(peso > 0 && peso <= 10_000, "peso %d: use de 1 a 10000", peso);
            for (int i = 0; i < peso; i++) {
                cartas.add(fontes.size());
            }
            fontes.add(fonte);
            return this;
        }

        public Mistura pronta() {
            Exigir.que(!fontes.isEmpty(), "mistura vazia: dê ao menos uma fonte");
            return new Mistura(List.copyOf(fontes), cartas.stream().mapToInt(Integer::intValue).toArray(), semente);
        }
    }
}
