package rinha.balanceador.saude;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import rinha.balanceador.config.Config;

/// Decide se um servidor pode receber pedidos, pelo que se viu neles (passiva) e nas sondas (ativa).
///
/// Com sondas, só elas trazem um servidor de volta: a mesma pergunta que o tirou diz que melhorou. Sem sondas, ele volta
/// em prova depois de uma pausa, que dobra a cada recaída; em prova, a primeira falha o tira de novo.
public final class Saude {
    /// O que houve, e por quê.
    public record Mudanca(boolean disponivel, String motivo) {}

    /// Recebe o nome do servidor e o que mudou nele.
    public interface Ouvinte {
        void mudou(String servidor, Mudanca mudanca);
    }

    private enum Estado { DENTRO, EM_PROVA, FORA }

    private static final int ERRO_DO_SERVIDOR = 500;
    private static final int RECAIDAS_MAXIMAS = 5;
    private static final int PAUSAS_MAXIMAS = 30;

    private final Config.Saude regras;
    private final LongSupplier nanos;
    private final Consumer<Mudanca> aoMudar;

    private volatile Estado estado = Estado.DENTRO;
    /// Lido sem trava por [#respondido]: num servidor são, cada pedido custa uma leitura.
    private volatile int falhas;
    /// Se algum pedido foi atendido desde a última sonda. Escrito só quando muda: sob carga, cada pedido custa uma leitura.
    private volatile boolean atendeu;
    private int sondasBoas;
    private int sondasRuins;
    private int recaidas;
    private long foraAte;

    public Saude(Config.Saude regras, LongSupplier nanos, Consumer<Mudanca> aoMudar) {
        this.regras = regras;
        this.nanos = nanos;
        this.aoMudar = aoMudar;
    }

    public boolean disponivel() {
        return estado != Estado.FORA;
    }

    /// Um pedido teve resposta inteira. Um erro do servidor (5xx) mostra que ele vive, e não que atende: responder depressa
    /// que não pode não desculpa uma sonda lenta.
    public void respondido(int status) {
        if (!atendeu && status < ERRO_DO_SERVIDOR) {
            atendeu = true;
        }
        if (falhas != 0 || estado == Estado.EM_PROVA) {
            confirmar();
        }
    }

    /// Um pedido não teve resposta: conexão recusada ou cortada, prazo vencido, resposta malformada.
    public synchronized void falha() {
        falhas++;
        if (estado == Estado.EM_PROVA) {
            tirar("falhou de novo logo depois de voltar");
        } else if (estado == Estado.DENTRO && falhas >= regras.falhasParaTirar()) {
            tirar(falhas + " pedidos seguidos sem resposta");
        }
    }

    public synchronized void sondaBoa() {
        atendeu = false;
        sondasRuins = 0;
        if (estado == Estado.FORA && ++sondasBoas >= regras.sondasParaVoltar()) {
            recaidas = 0;
            entrar(Estado.DENTRO, sondasBoas + " sondas boas seguidas");
        }
    }

    /// Um servidor que ainda atende pedidos está ocupado, não morto: tirá-lo poria a carga dele sobre o outro, que
    /// também ficaria lento, até não sobrar nenhum.
    public synchronized void sondaLenta(String motivo) {
        if (atendeu) {
            atendeu = false;
            sondasRuins = 0;
        } else {
            sondaRuim(motivo);
        }
    }

    public synchronized void sondaRuim(String motivo) {
        atendeu = false;
        sondasBoas = 0;
        if (estado != Estado.FORA && ++sondasRuins >= regras.sondasParaTirar()) {
            tirar(sondasRuins + " sondas ruins seguidas: " + motivo);
        }
    }

    /// Chamado de tempos em tempos: sem sondas, é o que põe em prova quem já cumpriu a pausa.
    public void passarOTempo() {
        if (estado == Estado.FORA && !regras.comSondas()) {
            porEmProva();
        }
    }

    private synchronized void porEmProva() {
        if (estado == Estado.FORA && nanos.getAsLong() - foraAte >= 0) {
            entrar(Estado.EM_PROVA, "cumpriu a pausa; volta em prova");
        }
    }

    private synchronized void confirmar() {
        falhas = 0;
        if (estado == Estado.EM_PROVA) {
            estado = Estado.DENTRO;
            recaidas = 0;
        }
    }

    private void entrar(Estado novo, String motivo) {
        estado = novo;
        falhas = 0;
        sondasBoas = 0;
        sondasRuins = 0;
        aoMudar.accept(new Mudanca(true, motivo));
    }

    private void tirar(String motivo) {
        estado = Estado.FORA;
        sondasBoas = 0;
        foraAte = nanos.getAsLong() + regras.pausa().toNanos() * Math.min(PAUSAS_MAXIMAS, 1L << recaidas);
        recaidas = Math.min(RECAIDAS_MAXIMAS, recaidas + 1);
        aoMudar.accept(new Mudanca(false, motivo));
    }
}
