package rinha.carga.motor;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;

/// Uma conexão com o servidor, um pedido por vez, sem pipelining e sem repetir pedidos.
///
/// Nada é repetido: um POST sem resposta pode ter sido aplicado, e um erro escondido não é medido.
final class Conexao implements Canal, Resposta {

    private enum Estado { FECHADA, CONECTANDO, LIVRE, OCUPADA }

    Conexao anterior;
    Conexao seguinte;
    long vence;

    private final Rede rede;
    private final LeitorDeResposta leitor = new LeitorDeResposta();
    private Estado estado = Estado.FECHADA;
    private SocketChannel canal;
    private SelectionKey chave;
    private ByteBuffer resto;
    private Pedido pedido;
    private long pretendido;
    private long tomada;
    private long terminou;
    private boolean enviado;

    Conexao(Rede rede) {
        this.rede = rede;
    }

    @Override
    public void enviar(Pedido novo, long horaMarcada, long agora) {
        pedido = novo;
        pretendido = horaMarcada;
        tomada = agora;
        enviado = false;
        leitor.recomecar();
        rede.vencimentos.por(this, agora + rede.timeout);
        rede.ouvinte.enviou(this);
        try {
            if (canal == null) {
                conectar();
            } else {
                estado = Estado.OCUPADA;
                escrever();
            }
        } catch (IOException e) {
            falhar(estado == Estado.OCUPADA ? Falha.aoFalar(e, "ao enviar") : Falha.aoConectar(e));
        }
    }

    private void conectar() throws IOException {
        estado = Estado.CONECTANDO;
        try {
            canal = SocketChannel.open();
        } catch (IOException e) {
            falhar(new Falha(TipoDeErro.SEM_RECURSO_LOCAL, String.valueOf(e.getMessage())));
            return;
        }
        canal.configureBlocking(false);
        canal.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean pronta = canal.connect(rede.endereco);
        chave = canal.register(rede.seletor, pronta ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (pronta) {
            estado = Estado.OCUPADA;
            escrever();
        }
    }

    private void escrever() throws IOException {
        ByteBuffer saida = rede.codificar(pedido);
        enviado = canal.write(saida) > 0;
        if (saida.hasRemaining()) {
            resto = ByteBuffer.allocate(saida.remaining()).put(saida).flip();
            chave.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /// Reage ao que o seletor viu.
    void pronta() {
        try {
            if (estado == Estado.CONECTANDO) {
                canal.finishConnect();
                estado = Estado.OCUPADA;
                chave.interestOps(SelectionKey.OP_READ);
                escrever();
                return;
            }
            if (chave.isWritable()) {
                escreverResto();
            }
            if (chave.isReadable()) {
                ler();
            }
        } catch (IOException e) {
            if (estado == Estado.LIVRE) {
                fecharLivre();
            } else {
                falhar(estado == Estado.CONECTANDO ? Falha.aoConectar(e) : Falha.aoFalar(e, leitor.ondeParou()));
            }
        }
    }

    private void escreverResto() throws IOException {
        canal.write(resto);
        enviado = true;
        if (!resto.hasRemaining()) {
            resto = null;
            chave.interestOps(SelectionKey.OP_READ);
        }
    }

    private void ler() throws IOException {
        ByteBuffer entrada = rede.entrada.clear();
        int n = canal.read(entrada);
        if (estado == Estado.LIVRE) {
            fecharLivre(); // fim de um keep-alive ocioso, ou bytes que ninguém pediu
        } else if (n < 0 && !leitor.fimDoFluxo()) {
            falhar(Falha.fechada(leitor.ondeParou()));
        } else if (n < 0 || leitor.consumir(entrada.array(), n)) {
            responder(n >= 0);
        }
    }

    private void responder(boolean aindaAberta) {
        terminou = rede.relogio.agora();
        rede.vencimentos.tirar(this);
        if (aindaAberta && rede.reusar && !leitor.conexaoFecha() && resto == null) {
            estado = Estado.LIVRE;
        } else {
            fechar();
        }
        rede.ouvinte.respondeu(this, terminou);
    }

    /// Desiste do pedido em curso.
    void desistir(Falha falha) {
        falhar(falha);
    }

    private void falhar(Falha falha) {
        terminou = rede.relogio.agora();
        rede.vencimentos.tirar(this);
        fechar();
        rede.ouvinte.falhou(this, falha, terminou);
    }

    private void fecharLivre() {
        fechar();
        rede.ouvinte.fechouLivre(this);
    }

    /// Fecha o canal; a conexão pode ser usada de novo, e aí reabre.
    void fechar() {
        estado = Estado.FECHADA;
        resto = null;
        chave = null;
        if (canal != null) {
            try {
                canal.close();
            } catch (IOException e) {
                // O descritor é devolvido mesmo assim; não há o que fazer com o erro de um close.
            }
            canal = null;
        }
    }

    @Override
    public boolean aberta() {
        return estado == Estado.LIVRE;
    }

    boolean conectando() {
        return estado == Estado.CONECTANDO;
    }

    Pedido pedido() {
        return pedido;
    }

    long pretendido() {
        return pretendido;
    }

    /// Diz se algum byte do pedido saiu.
    boolean enviado() {
        return enviado;
    }

    @Override
    public int status() {
        return leitor.status();
    }

    @Override
    public byte[] area() {
        return leitor.corpo();
    }

    @Override
    public int tamanho() {
        return leitor.tamanho();
    }

    @Override
    public long latencia() {
        return terminou - pretendido;
    }

    @Override
    public long servico() {
        return terminou - tomada;
    }
}
