package curso.bancada.correcao.intercalada;

import java.util.ArrayList;
import java.util.List;

/// Várias threads acrescentam a uma lista comum.
public class ListaSemTrava implements Runnable {

    final List<Integer> lista = new ArrayList<>();

    @Override
    public void run() {
        lista.add(1);
    }

    /// Quantos elementos ficaram: a cópia só se alcança pelo que `Object` tem.
    @Override
    public String toString() {
        return String.valueOf(lista.size());
    }
}
