package rinha.credito;

import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.escrita.Escrita;
import rinha.credito.http.Servidor;
import rinha.credito.limite.LimiteDeTaxa;

/// Uma instância no ar. Fecha na ordem em que os pedidos andam: primeiro quem os recebe, por último o banco.
final class Aplicacao implements AutoCloseable {
    private final Servidor servidor;
    private final Escrita escrita;
    private final LimiteDeTaxa limite;
    private final Armazenamento armazenamento;
    private final Preparo preparo;

    Aplicacao(Servidor servidor, Escrita escrita, LimiteDeTaxa limite, Armazenamento armazenamento, Preparo preparo) {
        this.servidor = servidor;
        this.escrita = escrita;
        this.limite = limite;
        this.armazenamento = armazenamento;
        this.preparo = preparo;
    }

    int porta() {
        return servidor.porta();
    }

    Preparo preparo() {
        return preparo;
    }

    @Override
    public void close() {
        preparo.close();
        servidor.close();
        escrita.close();
        limite.close();
        armazenamento.close();
    }
}
