package rinha.carga;

import java.time.Duration;

/// Tudo o que uma carga precisa saber antes de começar.
///
/// @param alvo            servidor
/// @param modelo          aberto ou fechado
/// @param aquecimento     tempo inicial que não entra nas medidas; vem antes da duração do modelo
/// @param timeout         prazo de cada pedido, da tomada da conexão até o fim da resposta
/// @param reusarConexoes  `false` abre uma conexão por pedido, como cada usuário da simulação oficial
/// @param semente         do espaçamento das chegadas; as fontes têm a sua
/// @param conferencia     confere cada resposta
public record Plano(Alvo alvo, Modelo modelo, Duration aquecimento, Duration timeout, boolean reusarConexoes,
                    long semente, Conferencia conferencia) {

    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    public Plano {
        Exigir.que(!aquecimento.isNegative(), "aquecimento de %s: use zero ou mais", Duracoes.escrever(aquecimento));
        Exigir.que(timeout.isPositive() && timeout.compareTo(Duration.ofMinutes(10)) <= 0,
                "timeout de %s: use mais que zero e no máximo 10 minutos", Duracoes.escrever(timeout));
        Exigir.que(modelo.duracao().plus(aquecimento).compareTo(Duration.ofHours(24)) <= 0,
                "duração de %s: use no máximo 24 horas", Duracoes.escrever(modelo.duracao()));
    }

    /// Devolve um plano sem aquecimento, com timeout de 5 s, conexões reusadas e semente 42.
    public static Plano de(Alvo alvo, Modelo modelo, Conferencia conferencia) {
        return new Plano(alvo, modelo, Duration.ZERO, TIMEOUT, true, 42, conferencia);
    }

    public Plano comAquecimento(Duration valor) {
        return new Plano(alvo, modelo, valor, timeout, reusarConexoes, semente, conferencia);
    }

    public Plano comTimeout(Duration valor) {
        return new Plano(alvo, modelo, aquecimento, valor, reusarConexoes, semente, conferencia);
    }

    public Plano comReuso(boolean valor) {
        return new Plano(alvo, modelo, aquecimento, timeout, valor, semente, conferencia);
    }

    public Plano comSemente(long valor) {
        return new Plano(alvo, modelo, aquecimento, timeout, reusarConexoes, valor, conferencia);
    }

    /// Tempo de carga com o aquecimento, sem a espera pelas últimas respostas.
    public Duration duracaoTotal() {
        return aquecimento.plus(modelo.duracao());
    }

    /// Prazo do qual nada passa: a carga, as últimas respostas e um segundo para fechar tudo.
    public Duration prazo() {
        return duracaoTotal().plus(timeout).plusSeconds(1);
    }
}
