package rinha.balanceador.estrategia;

/// O que uma estratégia pode saber de quem pede.
public interface Visitante {
    String ip();

    /// O que a configuração manda resumir: caminho, IP ou um cabeçalho.
    CharSequence chave();
}
