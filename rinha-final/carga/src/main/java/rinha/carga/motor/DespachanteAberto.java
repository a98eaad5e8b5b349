package rinha.carga.motor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import rinha.carga.Agenda;
import rinha.carga.Cronograma;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Placar;

/// Modelo aberto: envia cada pedido na hora marcada, haja ou não respostas aos anteriores.
///
/// As conexões se revezam na ordem em que ficaram livres, e novas são abertas até o teto. O pedido sem
/// conexão espera na fila; a espera é do sistema, não do gerador, e conta na latência dele.
final class DespachanteAberto implements Despachante {

    private record Devido(Fonte fonte, long pretendido) {
    }

    private final Agenda agenda;
    private final Placar placar;
    private final long timeout;
    private final int teto;
    private final Supplier<? extends Canal> novoCanal;
    private final Desistencia desistencia;
    private final Deque<Canal> abertas = new ArrayDeque<>();
    private final Deque<Canal> fechadas = new ArrayDeque<>();
    private final Deque<Devido> fila = new ArrayDeque<>();
    private int criadas;
    private boolean encerrado;

    DespachanteAberto(Modelo.Aberto modelo, long semente, long timeout, Placar placar,
                      Supplier<? extends Canal> novoCanal, Desistencia desistencia) {
        this.agenda = new Agenda(modelo, semente);
        this.teto = modelo.conexoes();
        this.timeout = timeout;
        this.placar = placar;
        this.novoCanal = novoCanal;
        this.desistencia = desistencia;
    }

    @Override
    public void despachar(long agora) {
        atenderFila(agora);
        while (!encerrado && agenda.proximoInstante() <= agora) {
            long pretendido = agenda.proximoInstante();
            Fonte fonte = agenda.retirar();
            placar.devido(pretendido, agora);
            Canal c = fila.isEmpty() ? livre() : null;
            if (c == null) {
                placar.esperaConexao(pretendido);
                fila.add(new Devido(fonte, pretendido));
            } else {
                c.enviar(fonte.proximo(), pretendido, agora);
            }
        }
    }

    private void atenderFila(long agora) {
        while (!fila.isEmpty()) {
            Devido d = fila.peek();
            boolean venceu = agora - d.pretendido() >= timeout;
            boolean desiste = venceu || encerrado;
            Canal c = desiste ? null : livre();
            if (!desiste && c == null) {
                return;
            }
            fila.poll();
            if (desiste) {
                desistencia.semConexao(d.fonte().proximo(), venceu ? TipoDeErro.SEM_CONEXAO : TipoDeErro.INTERROMPIDO, d.pretendido(), agora);
            } else {
                c.enviar(d.fonte().proximo(), d.pretendido(), agora);
            }
        }
    }

    private Canal livre() {
        Canal c = abertas.poll();
        if (c == null) {
            c = fechadas.poll();
        }
        if (c == null && criadas < teto) {
            criadas++;
            c = novoCanal.get();
        }
        return c;
    }

    /// Só guarda a conexão: quem envia é `despachar`, para que uma rajada de falhas não vire recursão.
    @Override
    public void liberada(Canal c, boolean falhou, long agora) {
        (c.aberta() ? abertas : fechadas).add(c);
    }

    @Override
    public void fechouLivre(Canal c) {
        abertas.remove(c);
        fechadas.add(c);
    }

    /// Com a fila cheia, o instante é o do vencimento do primeiro: uma conexão livre vem de uma resposta.
    @Override
    public long proximoInstante() {
        long daFila = fila.isEmpty() ? NUNCA : fila.peek().pretendido() + timeout;
        long daAgenda = encerrado || agenda.proximoInstante() == Cronograma.FIM ? NUNCA : agenda.proximoInstante();
        return !fila.isEmpty() && (!abertas.isEmpty() || !fechadas.isEmpty()) ? 0 : Math.min(daFila, daAgenda);
    }

    @Override
    public void encerrar() {
        encerrado = true;
    }

    @Override
    public boolean terminou(long agora) {
        return (encerrado || agenda.proximoInstante() == Cronograma.FIM) && fila.isEmpty();
    }
}
