package rinha.carga.motor;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import rinha.carga.Conferencia;
import rinha.carga.Modelo;
import rinha.carga.Pedido;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Instantaneo;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Placar;

/// O laço: uma thread, um seletor, todas as conexões.
///
/// Termina sempre: cada pedido tem timeout, e a carga inteira tem [Plano#prazo].
final class Motor implements Rede.Ouvinte, AutoCloseable {

    private static final long SEGUNDO = 1_000_000_000;

    private final Relogio relogio;
    private final Placar placar;
    private final Conferencia conferencia;
    private final Consumer<Instantaneo> acompanhamento;
    private final Rede rede;
    private final Despachante despachante;
    private final Espera espera;
    private final List<Conexao> conexoes = new ArrayList<>();
    private final Consumer<SelectionKey> reagir = chave -> ((Conexao) chave.attachment()).pronta();
    private final long fimDoAquecimento;
    private final long fimDaCarga;
    private long prazo;
    private volatile boolean mandaramParar;
    private long parada = Long.MAX_VALUE;

    Motor(Plano plano, Relogio relogio, Placar placar, Consumer<Instantaneo> acompanhamento) throws IOException {
        this.relogio = relogio;
        this.placar = placar;
        this.conferencia = plano.conferencia();
        this.acompanhamento = acompanhamento;
        this.fimDoAquecimento = plano.aquecimento().toNanos();
        this.fimDaCarga = plano.duracaoTotal().toNanos();
        this.prazo = plano.prazo().toNanos();
        Selector seletor = Selector.open();
        this.rede = new Rede(seletor, relogio, this, plano);
        this.despachante = despachante(plano);
        this.espera = new Espera(seletor, relogio);
    }

    private Despachante despachante(Plano plano) {
        return switch (plano.modelo()) {
            case Modelo.Fechado m -> new DespachanteFechado(m, plano.duracaoTotal().toNanos(), this::novaConexao);
            case Modelo.Aberto m -> new DespachanteAberto(
                    m.comAquecimento(plano.aquecimento()), plano.semente(), plano.timeout().toNanos(), placar,
                    this::novaConexao, this::semConexao);
        };
    }

    private Conexao novaConexao() {
        Conexao c = new Conexao(rede);
        conexoes.add(c);
        return c;
    }

    /// Roda a carga até o fim; devolve o instante em que parou.
    long rodar() throws IOException {
        VigiaDaThread vigia = new VigiaDaThread(relogio);
        long fechamento = proximoFechamento(0);
        while (true) {
            long agora = relogio.agora();
            if (mandaramParar && parada == Long.MAX_VALUE) {
                parada = agora;
                despachante.encerrar();
                prazo = agora + SEGUNDO;
            }
            despachante.despachar(agora);
            vencer(agora);
            if (agora >= fechamento) {
                fecharIntervalo(vigia, agora);
                fechamento = proximoFechamento(agora);
            }
            if (despachante.terminou(agora) && rede.vencimentos.tamanho() == 0 || agora >= prazo) {
                return terminar(vigia, agora);
            }
            long exato = despachante.terminou(agora) ? Despachante.NUNCA : despachante.proximoInstante();
            espera.ate(agora, exato, Math.min(fechamento, Math.min(prazo, rede.vencimentos.proximo())), reagir);
        }
    }

    /// Fecha em segundos inteiros, mas não no do fim: o último intervalo leva as respostas que faltavam,
    /// em vez de deixar um resto de milissegundos cuja vazão não diz nada. O aquecimento acaba sempre num fechamento.
    private long proximoFechamento(long agora) {
        long proximo = (agora / SEGUNDO + 1) * SEGUNDO;
        if (agora < fimDoAquecimento && proximo > fimDoAquecimento) {
            return fimDoAquecimento;
        }
        proximo += proximo - agora < SEGUNDO / 2 ? SEGUNDO : 0;
        return Math.abs(proximo - fimDaCarga) < SEGUNDO / 2 ? proximo + SEGUNDO : proximo;
    }

    /// Devolve o instante em que mandaram parar; `Long.MAX_VALUE` se ninguém mandou.
    long parada() {
        return parada;
    }

    private long terminar(VigiaDaThread vigia, long agora) {
        Falha falha = parada == Long.MAX_VALUE ? new Falha(TipoDeErro.TIMEOUT, "sem resposta quando a carga acabou")
                : new Falha(TipoDeErro.INTERROMPIDO, "sem resposta quando mandaram parar");
        despachante.encerrar();
        despachante.despachar(agora);
        for (Conexao c = rede.vencimentos.vencida(Long.MAX_VALUE); c != null; c = rede.vencimentos.vencida(Long.MAX_VALUE)) {
            c.falhar(falha);
        }
        fecharIntervalo(vigia, agora);
        return agora;
    }

    private void vencer(long agora) {
        for (Conexao c = rede.vencimentos.vencida(agora); c != null; c = rede.vencimentos.vencida(agora)) {
            c.falhar(new Falha(TipoDeErro.TIMEOUT, "sem resposta completa em " + rede.timeout / 1_000_000 + " ms"
                    + (c.conectando() ? "; nem a conexão se abriu" : "")));
        }
    }

    private void fecharIntervalo(VigiaDaThread vigia, long agora) {
        vigia.olhar();
        acompanhamento.accept(placar.fecharIntervalo(agora, vigia.ocupacao(), vigia.fila()));
    }

    /// Pede que a carga acabe: nada mais é enviado, e as respostas em curso têm um segundo. De qualquer thread.
    void parar() {
        mandaramParar = true;
        espera.acordar();
    }

    @Override
    public void enviou(Conexao c) {
        placar.enviado(c.envio().pretendido());
    }

    @Override
    public void respondeu(Conexao c, long agora) {
        Envio e = c.envio();
        placar.respondido(e.pedido(), e, conferencia.conferir(e.pedido(), e), e.pretendido(), agora);
        despachante.liberada(c, false, agora);
    }

    @Override
    public void falhou(Conexao c, Falha falha, long agora) {
        Envio e = c.envio();
        placar.semResposta(e.pedido(), falha.tipo(), falha.detalhe(), e.pretendido(), e.servico(), agora);
        conferencia.semResposta(e.pedido(), falha.tipo(), e.saiu());
        despachante.liberada(c, true, agora);
    }

    @Override
    public void sobrou(Conexao c, int bytes, long agora) {
        Envio e = c.envio();
        placar.sobrou(e.pedido(), Numeros.quantos(bytes, "byte", "bytes") + " que ninguém pediu, depois da resposta", e.pretendido(), agora);
    }

    @Override
    public void fechouLivre(Conexao c) {
        despachante.fechouLivre(c);
    }

    private void semConexao(Pedido pedido, TipoDeErro tipo, long pretendido, long agora) {
        placar.semResposta(pedido, tipo, "todas as conexões ocupadas até o fim do prazo", pretendido, 0, agora);
        conferencia.semResposta(pedido, tipo, false);
    }

    @Override
    public void close() throws IOException {
        conexoes.forEach(Conexao::fechar);
        espera.close();
    }
}
