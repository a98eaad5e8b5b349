package rinha.carga.motor;

import rinha.carga.Pedido;
import rinha.carga.Resposta;

/// Um pedido em curso numa conexão e, quando chega, a resposta dele. Cada conexão reusa o seu.
final class Envio implements Resposta {

    private final LeitorDeResposta leitor;
    private Pedido pedido;
    private long pretendido;
    private long tomado;
    private long terminou;
    private boolean saiu;

    Envio(LeitorDeResposta leitor) {
        this.leitor = leitor;
    }

    void comecar(Pedido novo, long horaMarcada, long agora) {
        pedido = novo;
        pretendido = horaMarcada;
        tomado = agora;
        saiu = false;
        leitor.recomecar();
    }

    /// Anota se algum byte do pedido saiu.
    void saiu(boolean algo) {
        saiu |= algo;
    }

    void terminar(long agora) {
        terminou = agora;
    }

    Pedido pedido() {
        return pedido;
    }

    long pretendido() {
        return pretendido;
    }

    boolean saiu() {
        return saiu;
    }

    @Override
    public int status() {
        return leitor.status();
    }

    @Override
    public byte[] area() {
        return leitor.corpo().bytes();
    }

    @Override
    public int tamanho() {
        return leitor.corpo().tamanho();
    }

    @Override
    public long latencia() {
        return terminou - pretendido;
    }

    @Override
    public long servico() {
        return terminou - tomado;
    }
}
