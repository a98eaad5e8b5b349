package rinha.carga.medida;

import java.util.Map;
import java.util.TreeMap;

/// Medidas de uma rota, sem o aquecimento.
public final class MedidaDaRota {

    private final String rota;
    private final Latencias aceitas = new Latencias();
    private final Latencias recusadas = new Latencias();
    private final Latencias servico = new Latencias();
    private final long[] porStatus = new long[600];
    private long semResposta;

    MedidaDaRota(String rota) {
        this.rota = rota;
    }

    void respondida(int status, boolean aceita, long latencia, long duracaoDoServico) {
        (aceita ? aceitas : recusadas).registrar(latencia);
        servida(duracaoDoServico);
        porStatus[status]++;
    }

    void semResposta() {
        semResposta++;
    }

    /// Registra a espera de quem desistiu: deixá-la de fora melhoraria os percentis.
    void desistiu(long latencia) {
        recusadas.registrar(latencia);
    }

    /// Registra o tempo desde a tomada da conexão, de quem tomou uma.
    void servida(long duracao) {
        servico.registrar(duracao);
    }

    public String rota() {
        return rota;
    }

    /// Latências das respostas que a conferência aceitou, desde a hora marcada.
    public Latencias aceitas() {
        return aceitas;
    }

    /// Latências de todas as respostas e dos timeouts, desde a hora marcada.
    public Latencias todas() {
        Latencias soma = new Latencias();
        soma.somar(aceitas);
        soma.somar(recusadas);
        return soma;
    }

    /// As mesmas, contadas só desde a tomada da conexão: o que um gerador ingênuo mostraria.
    public Latencias servico() {
        return servico;
    }

    /// Pedidos que terminaram, com resposta ou sem ela.
    public long pedidos() {
        return respondidos() + semResposta;
    }

    public long respondidos() {
        long soma = 0;
        for (long n : porStatus) {
            soma += n;
        }
        return soma;
    }

    public long erros() {
        return pedidos() - aceitas.total();
    }

    public Map<Integer, Long> porStatus() {
        Map<Integer, Long> vistos = new TreeMap<>();
        for (int s = 0; s < porStatus.length; s++) {
            if (porStatus[s] > 0) {
                vistos.put(s, porStatus[s]);
            }
        }
        return vistos;
    }
}
