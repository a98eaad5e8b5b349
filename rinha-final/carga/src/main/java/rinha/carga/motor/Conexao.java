package rinha.carga.motor;

import java.io.IOException;
import java.nio.ByteBuffer;
import rinha.carga.Pedido;
import rinha.carga.TipoDeErro;

/// Uma conexão com o servidor, um pedido por vez, sem pipelining e sem repetir pedidos.
///
/// Nada é repetido: um POST sem resposta pode ter sido aplicado, e um erro escondido não é medido.
final class Conexao implements Canal {

    private enum Estado { FECHADA, CONECTANDO, LIVRE, OCUPADA }

    Conexao anterior;
    Conexao seguinte;
    long vence;

    private final Rede rede;
    private final LeitorDeResposta leitor;
    private final Envio envio;
    private Estado estado = Estado.FECHADA;
    private Soquete soquete;

    Conexao(Rede rede) {
        this.rede = rede;
        this.leitor = new LeitorDeResposta(rede.olhaOCorpo ? Corpo.guardado(Corpo.MAXIMO) : Corpo.contado());
        this.envio = new Envio(leitor);
    }

    @Override
    public void enviar(Pedido novo, long horaMarcada, long agora) {
        envio.comecar(novo, horaMarcada, agora);
        rede.vencimentos.por(this, agora + rede.timeout);
        rede.ouvinte.enviou(this);
        try {
            if (soquete != null || abrir()) {
                escrever();
            }
        } catch (IOException e) {
            falhar(estado == Estado.OCUPADA ? Falha.aoFalar(e, "ao enviar") : Falha.aoConectar(e, rede.endereco));
        }
    }

    /// Devolve se a conexão abriu na hora; senão, [#pronta] continua, ou a falha já foi contada.
    private boolean abrir() throws IOException {
        estado = Estado.CONECTANDO;
        try {
            soquete = Soquete.criar();
        } catch (IOException e) {
            falhar(Falha.semRecurso(e));
            return false;
        }
        return soquete.conectar(rede.endereco, rede.seletor, this);
    }

    private void escrever() throws IOException {
        estado = Estado.OCUPADA;
        envio.saiu(soquete.escrever(rede.codificar(envio.pedido())));
    }

    /// Reage ao que o seletor viu.
    void pronta() {
        try {
            if (estado == Estado.CONECTANDO) {
                soquete.concluirConexao();
                escrever();
                return;
            }
            // Antes de escrever: quem recusa um corpo grande responde e fecha, e a escrita falharia com a resposta por ler.
            if (soquete.podeLer()) {
                ler();
            }
            if (estado == Estado.OCUPADA && soquete.podeEscrever()) {
                envio.saiu(soquete.escreverResto());
            }
        } catch (IOException e) {
            switch (estado) {
                case LIVRE -> fecharLivre();
                case CONECTANDO -> falhar(Falha.aoConectar(e, rede.endereco));
                default -> falhar(Falha.aoFalar(e, leitor.ondeParou()));
            }
        }
    }

    private void ler() throws IOException {
        ByteBuffer entrada = rede.entrada.clear();
        int n = soquete.ler(entrada);
        if (estado == Estado.LIVRE) {
            if (n > 0 && !ehAvisoDeFim(entrada.array(), n)) {
                rede.ouvinte.sobrou(this, n, rede.relogio.agora());
            }
            fecharLivre();
        } else if (n < 0 && !leitor.fimDoFluxo()) {
            falhar(Falha.fechada(leitor.ondeParou()));
        } else if (n < 0 || leitor.consumir(entrada.array(), n)) {
            responder(n >= 0);
        }
    }

    /// Um 408 sozinho é como alguns servidores avisam que vão fechar uma conexão ociosa.
    private boolean ehAvisoDeFim(byte[] b, int n) {
        leitor.recomecar();
        try {
            leitor.consumir(b, n);
            return leitor.status() == 408;
        } catch (RespostaInvalida e) {
            return false;
        }
    }

    private void responder(boolean aindaAberta) {
        long agora = rede.relogio.agora();
        envio.terminar(agora);
        rede.vencimentos.tirar(this);
        if (aindaAberta && rede.reusar && !leitor.conexaoFecha() && !soquete.temResto()) {
            estado = Estado.LIVRE;
        } else {
            fechar();
        }
        rede.ouvinte.respondeu(this, agora);
    }

    /// Termina o pedido em curso sem resposta.
    void falhar(Falha falha) {
        long agora = rede.relogio.agora();
        envio.terminar(agora);
        rede.vencimentos.tirar(this);
        fechar();
        rede.ouvinte.falhou(this, falha, agora);
    }

    private void fecharLivre() {
        fechar();
        rede.ouvinte.fechouLivre(this);
    }

    /// Fecha o soquete; a conexão pode ser usada de novo, e aí reabre.
    void fechar() {
        estado = Estado.FECHADA;
        if (soquete != null) {
            soquete.fechar();
            soquete = null;
        }
    }

    @Override
    public boolean aberta() {
        return estado == Estado.LIVRE;
    }

    boolean conectando() {
        return estado == Estado.CONECTANDO;
    }

    Envio envio() {
        return envio;
    }
}
