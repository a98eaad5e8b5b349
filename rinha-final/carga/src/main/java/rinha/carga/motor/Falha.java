package rinha.carga.motor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import rinha.carga.Texto;
import rinha.carga.TipoDeErro;

/// Por que um pedido ficou sem resposta.
record Falha(TipoDeErro tipo, String detalhe) {

    /// A porta local acabou, ou não há descritor: o gerador é quem falta, não o servidor.
    static Falha aoConectar(IOException e, InetSocketAddress endereco) {
        TipoDeErro tipo = e instanceof BindException ? TipoDeErro.SEM_RECURSO_LOCAL : TipoDeErro.CONEXAO_RECUSADA;
        String onde = endereco.getAddress().getHostAddress() + ":" + endereco.getPort();
        return new Falha(tipo, recusada(e) ? "ninguém escuta em " + onde : motivo(e) + " ao conectar em " + onde);
    }

    static Falha semRecurso(IOException e) {
        return new Falha(TipoDeErro.SEM_RECURSO_LOCAL, motivo(e));
    }

    static Falha aoFalar(IOException e, String onde) {
        return e instanceof RespostaInvalida invalida
                ? new Falha(invalida.grande() ? TipoDeErro.CORPO_GRANDE : TipoDeErro.RESPOSTA_INVALIDA, e.getMessage())
                : new Falha(TipoDeErro.CONEXAO_CAIU, motivo(e) + ", " + onde);
    }

    private static boolean recusada(IOException e) {
        return String.valueOf(e.getMessage()).contains("refused");
    }

    private static String motivo(IOException e) {
        return Texto.emPortugues(String.valueOf(e.getMessage()));
    }

    static Falha fechada(String onde) {
        return new Falha(TipoDeErro.CONEXAO_CAIU, "o servidor fechou " + onde);
    }
}
