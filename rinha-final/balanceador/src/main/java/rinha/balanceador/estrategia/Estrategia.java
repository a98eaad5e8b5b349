package rinha.balanceador.estrategia;

import java.util.List;
import rinha.balanceador.config.Config;
import rinha.balanceador.servidor.Servidor;

/// Escolhe o servidor de um pedido; segura para vários laços ao mesmo tempo.
public sealed interface Estrategia permits Rodada, Ponderada, MenosConexoes, HashDoIp, HashConsistente {
    /// O escolhido entre `candidatos`, que não é vazia; volta com este pedido já contado em [Servidor#emCurso].
    Servidor escolher(List<Servidor> candidatos, Visitante visitante);

    static Estrategia de(Config.TipoDeEstrategia tipo, List<Servidor> todos) {
        return switch (tipo) {
            case RODADA -> new Rodada();
            case PONDERADA -> new Ponderada(todos.size());
            case MENOS_CONEXOES -> new MenosConexoes();
            case HASH_IP -> new HashDoIp(todos);
            case HASH_CONSISTENTE -> new HashConsistente(todos);
        };
    }
}
