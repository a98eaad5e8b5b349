package rinha.carga.motor;

/// Conexões com pedido, da que vence primeiro à que vence por último.
///
/// O timeout é um só, e os pedidos entram na ordem do tempo: uma lista encadeada nas próprias conexões
/// basta, sem busca nem alocação.
final class Vencimentos {

    private Conexao primeira;
    private Conexao ultima;
    private int tamanho;

    void por(Conexao c, long vence) {
        c.vence = vence;
        c.anterior = ultima;
        c.seguinte = null;
        if (ultima == null) {
            primeira = c;
        } else {
            ultima.seguinte = c;
        }
        ultima = c;
        tamanho++;
    }

    void tirar(Conexao c) {
        if (c.anterior == null) {
            primeira = c.seguinte;
        } else {
            c.anterior.seguinte = c.seguinte;
        }
        if (c.seguinte == null) {
            ultima = c.anterior;
        } else {
            c.seguinte.anterior = c.anterior;
        }
        c.anterior = null;
        c.seguinte = null;
        tamanho--;
    }

    /// Devolve a primeira se ela venceu até `agora`, sem tirá-la; `null` se nenhuma venceu.
    Conexao vencida(long agora) {
        return primeira != null && primeira.vence <= agora ? primeira : null;
    }

    long proximo() {
        return primeira == null ? Long.MAX_VALUE : primeira.vence;
    }

    int tamanho() {
        return tamanho;
    }
}
