package rinha.carga.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Lê durações como se escrevem à mão: `500ms`, `30s`, `4min`, `1min30s`, `2h`. O zero pode vir sem unidade.
public final class LeitorDeDuracao implements ITypeConverter<Duration> {

    private static final Pattern FORMA =
            Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})(?:min|m(?!s)))?(?:(\\d{1,7})s)?(?:(\\d{1,9})ms)?");

    @Override
    public Duration convert(String texto) {
        Matcher m = FORMA.matcher(texto);
        if (texto.equals("0")) {
            return Duration.ZERO;
        }
        if (texto.isEmpty() || !m.matches()) {
            throw new TypeConversionException("«" + texto + "» não é uma duração; escreva 500ms, 30s, 4min ou 1min30s");
        }
        return Duration.ofHours(parte(m, 1)).plusMinutes(parte(m, 2)).plusSeconds(parte(m, 3)).plusMillis(parte(m, 4));
    }

    private static long parte(Matcher m, int grupo) {
        return m.group(grupo) == null ? 0 : Long.parseLong(m.group(grupo));
    }
}
