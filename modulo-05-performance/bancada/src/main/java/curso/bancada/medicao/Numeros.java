package curso.bancada.medicao;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/// Escreve números como se lê no Brasil: `1.234,5`. O que não é número aparece como `—`.
///
/// O formato é fixado aqui, sem consultar o idioma da máquina: a mesma medição dá o mesmo texto em
/// qualquer lugar, e a auditoria compara textos.
public final class Numeros {

    private Numeros() {
    }

    /// Escreve com exatamente `casas` decimais, arredondando a metade para cima.
    public static String comCasas(double valor, int casas) {
        if (!Double.isFinite(valor)) {
            return "—";
        }
        var formato = new DecimalFormat(casas == 0 ? "#,##0" : "#,##0." + "0".repeat(casas), simbolos());
        formato.setRoundingMode(RoundingMode.HALF_UP);
        var texto = formato.format(BigDecimal.valueOf(valor));
        return texto.matches("-[0.,]+") ? texto.substring(1) : texto;
    }

    /// Escreve com até três algarismos significativos, sem cortar a parte inteira: `0,0123`, `4,57`, `2`, `12.346`.
    public static String significativos(double valor) {
        if (!Double.isFinite(valor) || valor == 0) {
            return comCasas(valor, 0);
        }
        var arredondado = new BigDecimal(valor).round(new MathContext(3, RoundingMode.HALF_UP));
        return comCasas(valor, Math.max(0, arredondado.scale()));
    }

    /// Lê um número como se escreve no Brasil: `12`, `1,5`, `1.234,5`. Aceita também `1.5`; `1.500` é mil e quinhentos.
    public static OptionalDouble ler(String texto) {
        var limpo = texto.strip();
        if (limpo.matches("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?")) {
            limpo = limpo.replace(".", "");
        }
        limpo = limpo.replace(',', '.');
        return limpo.matches("-?\\d+(\\.\\d+)?") ? OptionalDouble.of(Double.parseDouble(limpo)) : OptionalDouble.empty();
    }

    /// Escreve dia e hora em UTC: `21/11/2026 14:03 UTC`.
    public static String dataEHora(Instant instante) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC).format(instante);
    }

    private static DecimalFormatSymbols simbolos() {
        var simbolos = new DecimalFormatSymbols(Locale.ROOT);
        simbolos.setDecimalSeparator(',');
        simbolos.setGroupingSeparator('.');
        return simbolos;
    }
}
