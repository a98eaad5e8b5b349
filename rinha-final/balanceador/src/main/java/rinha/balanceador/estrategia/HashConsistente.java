package rinha.balanceador.estrategia;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import rinha.balanceador.servidor.Servidor;

/// A mesma chave no mesmo servidor; quando um de N sai, mudam-se só as chaves dele, espalhadas entre os outros.
///
/// Cada servidor ocupa muitos pontos de um anel; a chave é do primeiro ponto a partir do resumo dela. Com poucos pontos,
/// a sorte daria a um servidor muito mais anel que a outro.
final class HashConsistente implements Estrategia {
    static final int PONTOS_POR_PESO = 160;

    private final long[] pontos;
    private final Servidor[] donos;

    HashConsistente(List<Servidor> todos) {
        var anel = new TreeMap<Long, Servidor>();
        for (var servidor : todos) {
            for (int i = 0; i < PONTOS_POR_PESO * servidor.peso(); i++) {
                anel.putIfAbsent(Resumo.de(servidor.nome() + "#" + i), servidor);
            }
        }
        pontos = anel.keySet().stream().mapToLong(Long::longValue).toArray();
        donos = anel.values().toArray(Servidor[]::new);
    }

    @Override
    public Servidor escolher(List<Servidor> candidatos, Visitante visitante) {
        int ponto = Arrays.binarySearch(pontos, Resumo.de(visitante.chave()));
        int inicio = ponto >= 0 ? ponto : -ponto - 1;
        for (int i = 0; i < donos.length; i++) {
            var servidor = donos[(inicio + i) % donos.length];
            if (candidatos.contains(servidor)) {
                servidor.entrar();
                return servidor;
            }
        }
        throw new IllegalArgumentException("nenhum dos candidatos %s está no anel".formatted(candidatos));
    }
}
