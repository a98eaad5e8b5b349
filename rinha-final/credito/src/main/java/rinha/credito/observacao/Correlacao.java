package rinha.credito.observacao;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// O nome de um pedido nos logs: o que o cliente mandou em `X-Correlation-Id`, ou um sorteado só se alguém o pedir.
public final class Correlacao {
    public static final String CABECALHO = "X-Correlation-Id";
    /// O pedido que esta thread atende; as threads que ele abre o herdam se forem abertas no mesmo escopo.
    public static final ScopedValue<Correlacao> ATUAL = ScopedValue.newInstance();

    /// Vai para o log e volta ao cliente: nada de quebras de linha nem de textos sem fim.
    private static final Pattern ACEITO = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String recebida;
    private String texto;

    /// @param recebida o cabeçalho do pedido, ou nulo
    public Correlacao(String recebida) {
        this.recebida = recebida;
    }

    /// O cliente mandou um nome que se pode usar.
    public boolean veioDoCliente() {
        return recebida != null && ACEITO.matcher(recebida).matches();
    }

    public String texto() {
        if (texto == null) {
            texto = veioDoCliente() ? recebida : Long.toHexString(ThreadLocalRandom.current().nextLong());
        }
        return texto;
    }
}
