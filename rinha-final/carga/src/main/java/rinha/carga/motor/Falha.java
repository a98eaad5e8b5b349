package rinha.carga.motor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import rinha.carga.TipoDeErro;

/// Por que um pedido ficou sem resposta.
record Falha(TipoDeErro tipo, String detalhe) {

    /// A porta local acabou, ou não há descritor: o gerador é quem falta, não o servidor.
    static Falha aoConectar(IOException e, InetSocketAddress endereco) {
        TipoDeErro tipo = e instanceof BindException ? TipoDeErro.SEM_RECURSO_LOCAL : TipoDeErro.CONEXAO_RECUSADA;
        String onde = endereco.getAddress().getHostAddress() + ":" + endereco.getPort();
        return new Falha(tipo, diz(e, "refused") ? "ninguém escuta em " + onde : e.getMessage() + " ao conectar em " + onde);
    }

    static Falha aoFalar(IOException e, String onde) {
        return e instanceof RespostaInvalida invalida
                ? new Falha(invalida.grande() ? TipoDeErro.CORPO_GRANDE : TipoDeErro.RESPOSTA_INVALIDA, e.getMessage())
                : new Falha(TipoDeErro.CONEXAO_CAIU, (diz(e, "reset") || diz(e, "Broken pipe") ? "o servidor cortou a conexão" : e.getMessage()) + ", " + onde);
    }

    /// A JVM e o sistema dizem isto em inglês.
    private static boolean diz(IOException e, String palavra) {
        return String.valueOf(e.getMessage()).contains(palavra);
    }

    static Falha fechada(String onde) {
        return new Falha(TipoDeErro.CONEXAO_CAIU, "o servidor fechou " + onde);
    }
}
