package curso.bancada.medicao;

import java.util.OptionalDouble;

/// Confronta o palpite do leitor com o que se observou.
public final class Palpite {

    private static final double NA_MOSCA = 1.25;

    private Palpite() {
    }

    /// Devolve uma frase com o palpite, o observado e quantas vezes um passa do outro.
    public static String frase(Ficha ficha, Resultado.Resposta observado, OptionalDouble palpite) {
        var inicio = ficha.palpite() + " Observado: " + observado.texto() + ".";
        if (palpite.isEmpty()) {
            return inicio;
        }
        var seu = palpite.getAsDouble();
        return "%s Seu palpite: %s. %s".formatted(inicio, Numeros.significativos(seu), distancia(seu, observado.valor()));
    }

    private static String distancia(double seu, double observado) {
        if (seu <= 0 || observado <= 0) {
            return seu == observado ? "Na mosca." : "Não é isso.";
        }
        var vezes = Math.max(seu, observado) / Math.min(seu, observado);
        if (vezes <= NA_MOSCA) {
            return "Muito perto.";
        }
        return "O observado é %s vezes %s.".formatted(Numeros.significativos(vezes), observado > seu ? "maior" : "menor");
    }
}
