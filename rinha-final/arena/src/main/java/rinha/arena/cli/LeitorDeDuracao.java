package rinha.arena.cli;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import rinha.arena.Recusa;
import rinha.carga.cenario.Rinha2024;

/// Lê `30s`, `4min` ou `1min30s`, de 1 s a 1 h.
final class LeitorDeDuracao implements ITypeConverter<Duration> {
    private static final Pattern FORMA = Pattern.compile("(?:(\\d{1,2})min)?(?:(\\d{1,4})s)?");
    private static final Duration MAXIMA = Duration.ofHours(1);

    /// A duração da carga; pedir duas é recusado.
    static Duration escolher(Duration pedida, boolean completa) {
        if (pedida != null && completa) {
            throw Recusa.de("--duracao e --completa dizem durações diferentes.", "A completa dura quatro minutos. Escolha uma das duas.");
        }
        return completa ? Rinha2024.OFICIAL : Objects.requireNonNullElse(pedida, Rinha2024.REDUZIDA);
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
