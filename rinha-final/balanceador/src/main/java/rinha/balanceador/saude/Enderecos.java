package rinha.balanceador.saude;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import rinha.balanceador.config.Destino;

/// O endereço atual de cada servidor; perguntar o nome bloqueia, e por isso nunca acontece num laço de eventos.
///
/// Um contêiner que reinicia pode voltar com outro endereço: depois de uma sonda que não deu certo, pergunta-se de novo. O
/// endereço antigo pode recusar conexões ou só engoli-las, se ninguém mais o tem.
public final class Enderecos {
    /// Quem sabe o endereço de um nome.
    interface Resolvedor {
        InetAddress procurar(String nome) throws UnknownHostException;
    }

    private final List<Destino> destinos;
    private final Resolvedor resolvedor;
    private final AtomicReferenceArray<InetSocketAddress> atuais;

    public Enderecos(List<Destino> destinos) {
        this(destinos, InetAddress::getByName);
    }

    Enderecos(List<Destino> destinos, Resolvedor resolvedor) {
        this.destinos = destinos;
        this.resolvedor = resolvedor;
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
            atuais.set(servidor, new InetSocketAddress(resolvedor.procurar(destino.host()), destino.porta()));
        } catch (UnknownHostException e) {
            // Sem endereço, a conexão falha e a saúde conta a falha: quem lê o log já sabe por lá.
        }
    }
}
