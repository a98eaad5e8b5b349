package rinha.balanceador.saude;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import rinha.balanceador.config.Destino;

/// O endereço atual de cada servidor; perguntar o nome bloqueia, e por isso nunca acontece num laço de eventos.
///
/// Um contêiner que reinicia pode voltar com outro endereço: depois de uma sonda ruim, pergunta-se de novo.
public final class Enderecos {
    private final List<Destino> destinos;
    private final AtomicReferenceArray<InetSocketAddress> atuais;

    public Enderecos(List<Destino> destinos) {
        this.destinos = destinos;
        this.atuais = new AtomicReferenceArray<>(destinos.size());
        for (int i = 0; i < destinos.size(); i++) {
            resolver(i);
        }
    }

    /// O endereço, ou `null` se o nome nunca foi encontrado.
    public InetSocketAddress de(int servidor) {
        return atuais.get(servidor);
    }

    /// Pergunta o nome outra vez; se não houver resposta, fica o que havia. Bloqueia.
    public void resolver(int servidor) {
        var destino = destinos.get(servidor);
        try {
            atuais.set(servidor, new InetSocketAddress(InetAddress.getByName(destino.host()), destino.porta()));
        } catch (UnknownHostException e) {
            // Sem endereço, a conexão falha e a saúde conta a falha: quem lê o log já sabe por lá.
        }
    }
}
