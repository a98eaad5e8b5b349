package rinha.balanceador.estrategia;

import java.util.List;
import java.util.stream.Stream;
import rinha.balanceador.servidor.Servidor;

/// Sempre o mesmo servidor para o mesmo IP, enquanto ele estiver disponível.
///
/// O resto da divisão é pelo total configurado, não pelos disponíveis: quando um sai, só os clientes dele se mudam, e eles
/// voltam quando ele volta. Pesos contam: quem pesa 2 tem duas vagas.
final class HashDoIp implements Estrategia {
    private static final int SORTEIOS = 20;

    private final Servidor[] vagas;

    HashDoIp(List<Servidor> todos) {
        vagas = todos.stream().flatMap(s -> Stream.generate(() -> s).limit(s.peso())).toArray(Servidor[]::new);
    }

    @Override
    public Servidor escolher(List<Servidor> candidatos, Visitante visitante) {
        var servidor = sortear(candidatos, Resumo.de(visitante.ip()));
        servidor.entrar();
        return servidor;
    }

    private Servidor sortear(List<Servidor> candidatos, long resumo) {
        for (int sorteio = 0; sorteio < SORTEIOS; sorteio++) {
            var servidor = vagas[(int) Long.remainderUnsigned(resumo, vagas.length)];
            if (candidatos.contains(servidor)) {
                return servidor;
            }
            resumo = Resumo.misturar(resumo + 1);
        }
        return candidatos.get((int) Long.remainderUnsigned(resumo, candidatos.size()));
    }
}
