package rinha.arena;

import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.Receita;
import rinha.arena.sistema.SistemaNoAr;

/// Um sistema só para todos os testes desta JVM: subir outro custaria mais que os testes. Cada teste o devolve inteiro.
final class NoAr {
    private static SistemaNoAr sistema;

    private NoAr() {}

    static synchronized SistemaNoAr sistema() {
        if (sistema == null) {
            sistema = SistemaNoAr.subir(Receita.padrao().naPorta(0).semAquecer(), Oficina.encontrar(), _ -> {});
        }
        return sistema;
    }
}
