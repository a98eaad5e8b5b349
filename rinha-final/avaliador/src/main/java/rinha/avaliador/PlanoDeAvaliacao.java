package rinha.avaliador;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Numeros;

/// O que avaliar, e até onde.
///
/// @param alvo    endereço de base do servidor, como `http://127.0.0.1:9999`
/// @param so      ids de regras, inteiros ou só o número (`C07`); vazio avalia todas
/// @param carga   duração da carga oficial; vazio não põe carga
/// @param pico    pedidos por segundo no pico da carga; o oficial é [Rinha2024#PICO]
/// @param zerar   se pode usar `POST /reset` antes de começar
/// @param prazo   quanto se espera por cada resposta fora da carga
/// @param semente do que é sorteado na carga e na concorrência
/// @param comando o que se digita para avaliar este alvo: a ele se junta a regra que um achado manda repetir
public record PlanoDeAvaliacao(URI alvo, Set<String> so, Optional<Duration> carga, double pico, boolean zerar,
                               Duration prazo, long semente, String comando) {

    public static final Duration PRAZO = Duration.ofSeconds(5);

    public PlanoDeAvaliacao {
        so = Set.copyOf(so);
        exigir(carga.isEmpty() || carga.get().compareTo(Duration.ofSeconds(1)) >= 0,
                "carga de %s: use ao menos 1 segundo, ou nenhuma".formatted(carga.map(Numeros::duracao).orElse(null)));
        exigir(pico >= 1 && pico <= 100_000, "pico de %s por segundo: use de 1 a 100000".formatted(pico));
        exigir(prazo.isPositive() && prazo.compareTo(Duration.ofMinutes(1)) <= 0,
                "prazo de %s: use mais que zero e no máximo 1 minuto".formatted(prazo));
    }

    /// Devolve o plano padrão: todas as regras e a carga oficial reduzida a 60 s, sem zerar.
    public static PlanoDeAvaliacao de(URI alvo) {
        return new PlanoDeAvaliacao(alvo, Set.of(), Optional.of(Rinha2024.REDUZIDA), Rinha2024.PICO, false, PRAZO, 42, "./curso rinha avaliar --url " + alvo);
    }

    public PlanoDeAvaliacao comSo(Set<String> regras) {
        return new PlanoDeAvaliacao(alvo, regras, carga, pico, zerar, prazo, semente, comando);
    }

    public PlanoDeAvaliacao comCarga(Duration duracao) {
        return new PlanoDeAvaliacao(alvo, so, Optional.of(duracao), pico, zerar, prazo, semente, comando);
    }

    public PlanoDeAvaliacao semCarga() {
        return new PlanoDeAvaliacao(alvo, so, Optional.empty(), pico, zerar, prazo, semente, comando);
    }

    public PlanoDeAvaliacao comPico(double porSegundo) {
        return new PlanoDeAvaliacao(alvo, so, carga, porSegundo, zerar, prazo, semente, comando);
    }

    public PlanoDeAvaliacao comZerar(boolean valor) {
        return new PlanoDeAvaliacao(alvo, so, carga, pico, valor, prazo, semente, comando);
    }

    public PlanoDeAvaliacao comPrazo(Duration valor) {
        return new PlanoDeAvaliacao(alvo, so, carga, pico, zerar, valor, semente, comando);
    }

    public PlanoDeAvaliacao comComando(String valor) {
        return new PlanoDeAvaliacao(alvo, so, carga, pico, zerar, prazo, semente, valor);
    }

    private static void exigir(boolean condicao, String mensagem) {
        if (!condicao) {
            throw new IllegalArgumentException(mensagem);
        }
    }
}
