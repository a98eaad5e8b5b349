package rinha.avaliador.regras;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import rinha.avaliador.conversa.Conversa;
import rinha.avaliador.conversa.Ligacao;

/// Conexões que mandam meio pedido e se calam, até serem fechadas aqui ou pelo servidor.
final class Calados implements AutoCloseable {

    private final List<Ligacao> ligacoes = new ArrayList<>();

    private Calados() {
    }

    static Calados abrir(Conversa conversa, int quantos, String caminho) {
        Calados calados = new Calados();
        byte[] meio = ("POST " + caminho + " HTTP/1.1\r\nHost: " + conversa.host() + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"valor\"")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < quantos; i++) {
                Ligacao ligacao = conversa.ligar();
                calados.ligacoes.add(ligacao);
                ligacao.escrever(meio);
            }
        } catch (IOException e) {
            // O servidor recusa conexões a partir daqui: é uma defesa, e a prova segue com as que há.
        }
        return calados;
    }

    @Override
    public void close() {
        ligacoes.forEach(Ligacao::close);
    }
}
