package rinha.arena.sistema;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Um GET sem corpo, para saber se alguém responde.
final class Pergunta {
    private static final int PRAZO_MS = 2_000;
    private static final long ENTRE_PERGUNTAS_MS = 15;

    private Pergunta() {}

    /// Diz se respondeu 200; espera um pouco antes de dizer que não, para quem pergunta sem parar.
    static boolean responde(int porta, String caminho) {
        HttpURLConnection conexao = null;
        try {
            conexao = (HttpURLConnection) URI.create("http://127.0.0.1:" + porta + caminho).toURL().openConnection();
            conexao.setConnectTimeout(PRAZO_MS);
            conexao.setReadTimeout(PRAZO_MS);
            conexao.setRequestProperty("Connection", "close");
            if (conexao.getResponseCode() == 200) {
                conexao.getInputStream().readAllBytes();
                return true;
            }
        } catch (IOException e) {
            // Ainda não escuta, ou recusou: a resposta é não.
        } finally {
            // Uma recusa tem corpo, que ninguém lê: sem isto a conexão fica aberta, e a API espera por ela 10 s ao encerrar.
            if (conexao != null) {
                conexao.disconnect();
            }
        }
        return dormir();
    }

    private static boolean dormir() {
        try {
            Thread.sleep(ENTRE_PERGUNTAS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
