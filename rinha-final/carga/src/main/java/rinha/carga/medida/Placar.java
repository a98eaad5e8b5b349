package rinha.carga.medida;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.Texto;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;

/// Anota tudo o que acontece com os pedidos. Só a thread do motor escreve aqui.
///
/// Instantes são nanossegundos desde o começo da carga. O pedido cuja hora marcada cai no aquecimento
/// aparece nos intervalos e em [#errosNoAquecimento], e não entra em nenhuma outra medida.
public final class Placar {

    private final long fimDoAquecimento;
    private final Map<String, MedidaDaRota> rotas = new LinkedHashMap<>();
    private final ContagemDeErros erros = new ContagemDeErros();
    private final ContagemDeErros errosNoAquecimento = new ContagemDeErros();
    private final Latencias atrasos = new Latencias();
    private final Latencias acumulado = Latencias.grossas();
    private final List<Intervalo> intervalos = new ArrayList<>();
    private final IntervaloAberto aberto = new IntervaloAberto();
    private final JanelasCalmas calmas;
    private long enviados;
    private long respondidos;
    private long esperaramConexao;
    private long ultimaResposta;
    private long cortados;

    /// @param calma diz se a máquina anda na velocidade dela; sem saber, passe `instante -> false`
    public Placar(long fimDoAquecimento, Calma calma) {
        this.fimDoAquecimento = fimDoAquecimento;
        this.calmas = new JanelasCalmas(calma);
    }

    /// Anota que a agenda marcou um pedido para `pretendido` e o motor só o viu em `agora`.
    public void devido(long pretendido, long agora) {
        aberto.devido(agora - pretendido);
        if (pretendido >= fimDoAquecimento) {
            atrasos.registrar(agora - pretendido);
        }
    }

    /// Anota que um pedido não achou conexão livre na hora marcada.
    public void esperaConexao(long pretendido) {
        esperaramConexao += pretendido >= fimDoAquecimento ? 1 : 0;
    }

    public void enviado(long pretendido) {
        aberto.enviado();
        enviados += pretendido >= fimDoAquecimento ? 1 : 0;
    }

    public void respondido(Pedido pedido, Resposta resposta, Veredito veredito, long pretendido, long agora) {
        aberto.respondido(resposta.latencia());
        boolean medido = pretendido >= fimDoAquecimento;
        if (medido) {
            respondidos++;
            ultimaResposta = agora;
            calmas.registrar(resposta.latencia(), agora);
            rota(pedido).respondida(resposta.status(), veredito instanceof Veredito.Aceito, resposta.latencia(),
                    resposta.servico());
        }
        switch (veredito) {
            case Veredito.Aceito() -> { }
            case Veredito.StatusInesperado(String esperado) -> contar(TipoDeErro.STATUS_INESPERADO, pedido, agora,
                    medido, "veio " + resposta.status() + ", esperado " + esperado);
            case Veredito.CorpoErrado(String motivo) -> contar(TipoDeErro.CORPO_ERRADO, pedido, agora, medido, motivo);
        }
    }

    /// Anota um pedido que terminou sem resposta. O [TipoDeErro#INTERROMPIDO] só entra em [#cortados].
    ///
    /// @param servico nanossegundos desde a tomada da conexão; não conta em quem não tomou nenhuma
    public void semResposta(Pedido pedido, TipoDeErro tipo, String detalhe, long pretendido, long servico, long agora) {
        if (tipo == TipoDeErro.INTERROMPIDO) {
            cortados++;
            return;
        }
        boolean medido = pretendido >= fimDoAquecimento;
        boolean desistiu = tipo == TipoDeErro.TIMEOUT || tipo == TipoDeErro.SEM_CONEXAO;
        if (desistiu) {
            aberto.desistiu(agora - pretendido);
        }
        if (medido) {
            rota(pedido).semResposta();
            if (tipo == TipoDeErro.TIMEOUT) {
                rota(pedido).servida(servico);
            }
            if (desistiu) {
                rota(pedido).desistiu(agora - pretendido);
                calmas.registrar(agora - pretendido, agora);
            }
        }
        contar(tipo, pedido, agora, medido, detalhe);
    }

    /// Anota bytes que vieram depois da resposta de `pedido`, que já foi contada: o erro é da conexão.
    public void sobrou(Pedido pedido, String detalhe, long pretendido, long agora) {
        contar(TipoDeErro.RESPOSTA_INVALIDA, pedido, agora, pretendido >= fimDoAquecimento, detalhe);
    }

    private void contar(TipoDeErro tipo, Pedido pedido, long agora, boolean medido, String detalhe) {
        aberto.erro();
        (medido ? erros : errosNoAquecimento).contar(tipo,
                () -> new ErroVisto.Amostra(agora / 1e9, Texto.resumido(pedido.toString()), detalhe));
    }

    private MedidaDaRota rota(Pedido pedido) {
        return rotas.computeIfAbsent(pedido.molde().rota(), MedidaDaRota::new);
    }

    /// Fecha o intervalo em curso e devolve a fotografia da carga.
    public Instantaneo fecharIntervalo(long agora, double ocupacao, double fila) {
        if (aberto.inicio() >= fimDoAquecimento) {
            acumulado.somar(aberto.latencias());
        }
        Intervalo fechado = aberto.fechar(agora, fimDoAquecimento, ocupacao, fila);
        intervalos.add(fechado);
        return new Instantaneo(fechado, enviados, respondidos, erros.porTipo(), acumulado.p50Ms(), acumulado.p99Ms(),
                acumulado.p999Ms(), acumulado.maxMs());
    }

    public List<MedidaDaRota> rotas() {
        return List.copyOf(rotas.values());
    }

    public List<ErroVisto> erros() {
        return erros.vistos();
    }

    public List<ErroVisto> errosNoAquecimento() {
        return errosNoAquecimento.vistos();
    }

    public List<Intervalo> intervalos() {
        return List.copyOf(intervalos);
    }

    /// Atrasos do gerador em relação à agenda.
    public Latencias atrasos() {
        return atrasos;
    }

    /// Fecha a janela em curso e devolve as latências dos pedidos que terminaram longe de um momento lento da máquina.
    public Latencias foraDoLento() {
        return calmas.latencias();
    }

    public long enviados() {
        return enviados;
    }

    public long esperaramConexao() {
        return esperaramConexao;
    }

    public long ultimaResposta() {
        return ultimaResposta;
    }

    public long cortados() {
        return cortados;
    }
}
