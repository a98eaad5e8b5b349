package rinha.carga;

/// Produz os pedidos, um por vez, na ordem em que serão enviados.
///
/// É chamada só pela thread do motor, no laço quente: não bloqueie nem faça entrada e saída.
@FunctionalInterface
public interface Fonte {
    Pedido proximo();
}
