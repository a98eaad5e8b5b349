package rinha.credito;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import rinha.credito.config.Config;

/// A API de verdade, numa porta livre, com o cliente que os testes usam.
final class Instancia implements AutoCloseable {
    private final Aplicacao aplicacao;
    private final Cliente cliente;

    private Instancia(Aplicacao aplicacao) {
        this.aplicacao = aplicacao;
        cliente = new Cliente(aplicacao.porta());
    }

    static Instancia noAr(Map<String, String> ambiente) {
        var instancia = semEsperar(ambiente);
        try {
            instancia.aplicacao.preparo().esperar(Duration.ofSeconds(20));
        } catch (InterruptedException | TimeoutException | RuntimeException e) {
            instancia.close();
            throw new IllegalStateException("a instância não ficou pronta", e);
        }
        return instancia;
    }

    static Instancia semEsperar(Map<String, String> ambiente) {
        return new Instancia(Main.montar(Config.doAmbiente(ambiente)));
    }

    Cliente cliente() {
        return cliente;
    }

    int porta() {
        return aplicacao.porta();
    }

    Aplicacao aplicacao() {
        return aplicacao;
    }

    @Override
    public void close() {
        cliente.close();
        aplicacao.close();
    }
}
