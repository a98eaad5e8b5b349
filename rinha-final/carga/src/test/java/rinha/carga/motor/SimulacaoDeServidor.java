package rinha.carga.motor;

import java.util.ArrayList;
import java.util.List;
import rinha.carga.Modelo;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.Veredito;
import rinha.carga.medida.MedidaDaRota;
import rinha.carga.medida.Placar;

/// Servidor e relógio simulados: o tempo anda em passos de 0,1 ms e nada depende da máquina.
final class SimulacaoDeServidor {

    private static final long MS = 1_000_000;
    private static final long PASSO = MS / 10;

    private final long congela;
    private final long volta;
    private final long atendimento;
    private final Placar placar = new Placar(0, instante -> true);
    private final List<CanalSimulado> emCurso = new ArrayList<>();

    /// @param congelaMs, voltaMs parada: o que chega nela é respondido quando ela acaba
    /// @param atendimentoMs      quanto o servidor leva por pedido
    SimulacaoDeServidor(long congelaMs, long voltaMs, long atendimentoMs) {
        this.congela = congelaMs * MS;
        this.volta = voltaMs * MS;
        this.atendimento = atendimentoMs * MS;
    }

    MedidaDaRota rodar(Modelo.Aberto modelo) {
        DespachanteAberto despachante = new DespachanteAberto(modelo, 1, 60_000 * MS, placar, CanalSimulado::new,
                (pedido, tipo, pretendido, agora) -> {
                    throw new AssertionError("desistiu de " + pedido);
                });
        for (long agora = 0; !despachante.terminou(agora) || !emCurso.isEmpty(); agora += PASSO) {
            responder(despachante, agora);
            despachante.despachar(agora);
        }
        return placar.rotas().getFirst();
    }

    private void responder(DespachanteAberto despachante, long agora) {
        for (CanalSimulado c : List.copyOf(emCurso)) {
            if (c.responde <= agora) {
                emCurso.remove(c);
                placar.respondido(c.pedido, c.resposta(agora), Veredito.ACEITO, c.pretendido, agora);
                despachante.liberada(c, false, agora);
            }
        }
    }

    private record RespostaSimulada(long latencia, long servico) implements Resposta {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public byte[] area() {
            return new byte[0];
        }

        @Override
        public int tamanho() {
            return 0;
        }
    }

    private final class CanalSimulado implements Canal {
        private Pedido pedido;
        private long pretendido;
        private long tomado;
        private long responde;

        @Override
        public void enviar(Pedido novo, long horaMarcada, long agora) {
            pedido = novo;
            pretendido = horaMarcada;
            tomado = agora;
            responde = (agora >= congela && agora < volta ? volta : agora) + atendimento;
            emCurso.add(this);
        }

        @Override
        public boolean aberta() {
            return true;
        }

        Resposta resposta(long agora) {
            return new RespostaSimulada(agora - pretendido, agora - tomado);
        }
    }
}
