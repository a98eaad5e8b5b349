package rinha.carga.medida;

import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import rinha.carga.Duracoes;

/// Escreve números como se leem em português: vírgula decimal, ponto nos milhares.
public final class Numeros {

    private static final Locale BRASIL = Locale.of("pt", "BR");

    private Numeros() {
    }

    public static String inteiro(double n) {
        return String.format(BRASIL, "%,.0f", n);
    }

    /// Escreve quantos, com o nome no singular ou no plural.
    public static String quantos(long n, String um, String varios) {
        return inteiro(n) + " " + (n == 1 ? um : varios);
    }

    /// Escreve milissegundos com três algarismos significativos, sem a unidade.
    public static String ms(double ms) {
        int casas = ms >= 100 || ms == 0 ? 0 : ms >= 10 ? 1 : ms >= 1 ? 2 : 3;
        return String.format(BRASIL, "%,." + casas + "f", ms);
    }

    /// Escreve uma medida das latências em milissegundos; um travessão, se nenhuma resposta chegou.
    public static String ms(Latencias latencias, ToDoubleFunction<Latencias> medida) {
        return latencias.total() == 0 ? "—" : ms(medida.applyAsDouble(latencias));
    }

    public static String decimal(double n, int casas) {
        return String.format(BRASIL, "%,." + casas + "f", n);
    }

    /// Escreve uma fração de 0 a 1 em porcentagem inteira; o que não é zero nem tudo não é arredondado a eles.
    public static String porcento(double fracao) {
        double p = fracao * 100;
        boolean extremo = p > 0 && p < 1 || p > 99 && p < 100;
        return String.format(BRASIL, extremo ? "%.2f%%" : "%.0f%%", extremo ? Math.clamp(p, 0.01, 99.99) : p);
    }

    /// Escreve uma duração como se pede na linha de comando: `500ms`, `30s`, `4min`, `1min30s`.
    public static String duracao(Duration d) {
        return Duracoes.escrever(d);
    }
}
