package rinha.arena.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import rinha.arena.Recusa;

/// Lê `30s`, `4min` ou `1min30s`, de 1 s a 1 h.
final class LeitorDeDuracao implements ITypeConverter<Duration> {
    private static final Pattern FORMA = Pattern.compile("(?:(\\d{1,2})min)?(?:(\\d{1,4})s)?");
    private static final Duration MAXIMA = Duration.ofHours(1);

    static Duration escolher(Duration pedida, Duration padrao) {
        return pedida == null ? padrao : pedida;
    }

    @Override
    public Duration convert(String texto) {
        var partes = FORMA.matcher(texto);
        var duracao = texto.isEmpty() || !partes.matches() ? Duration.ZERO : Duration.ofMinutes(numero(partes.group(1))).plusSeconds(numero(partes.group(2)));
        if (!duracao.isPositive() || duracao.compareTo(MAXIMA) > 0) {
            throw Recusa.de("«%s» não é uma duração de 1 s a 1 h.".formatted(texto), "Escreva como 30s, 4min ou 1min30s.");
        }
        return duracao;
    }

    private static long numero(String texto) {
        return texto == null ? 0 : Long.parseLong(texto);
    }
}
