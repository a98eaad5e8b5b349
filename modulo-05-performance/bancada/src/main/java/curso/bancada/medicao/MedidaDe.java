package curso.bancada.medicao;

/// Mede uma variante uma vez e devolve um número maior que zero (taxa, tempo, bytes…).
@FunctionalInterface
public interface MedidaDe {
    double medir() throws Exception;
}
