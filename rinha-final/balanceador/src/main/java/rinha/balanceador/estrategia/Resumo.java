package rinha.balanceador.estrategia;

/// Um resumo de 64 bits que espalha bem textos parecidos; não serve para segredos.
final class Resumo {
    private static final long BASE = 0xcbf29ce484222325L;
    private static final long PRIMO = 0x100000001b3L;

    private Resumo() {}

    /// FNV-1a, e por cima a mistura final: sozinho, o FNV deixa vizinhos `/clientes/1` e `/clientes/2` quase juntos no anel.
    static long de(CharSequence texto) {
        long h = BASE;
        for (int i = 0; i < texto.length(); i++) {
            h = (h ^ texto.charAt(i)) * PRIMO;
        }
        return misturar(h);
    }

    /// O finalizador do MurmurHash3: cada bit da entrada muda metade dos bits da saída.
    static long misturar(long h) {
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
