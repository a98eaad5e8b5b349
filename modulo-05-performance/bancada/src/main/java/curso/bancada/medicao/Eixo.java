package curso.bancada.medicao;

import java.util.List;
import java.util.stream.IntStream;

/// Um eixo que começa no zero e tem poucas marcas em números redondos.
///
/// @param passo  distância entre as marcas: 1, 2, 2,5 ou 5 vezes uma potência de dez
/// @param marcas quantas marcas há depois do zero
record Eixo(double passo, int marcas) {

    private static final double[] REDONDOS = {1, 2, 2.5, 5, 10};
    private static final int ALVO = 4;

    /// Escolhe o eixo que cobre até `maximo` com no máximo cinco marcas.
    static Eixo ate(double maximo) {
        if (!Double.isFinite(maximo) || maximo <= 0) {
            return new Eixo(1, 1);
        }
        double bruto = maximo / ALVO;
        double potencia = Math.pow(10, Math.floor(Math.log10(bruto)));
        for (var redondo : REDONDOS) {
            if (redondo * potencia >= bruto * (1 - 1e-9)) {
                return new Eixo(redondo * potencia, (int) Math.ceil(maximo / (redondo * potencia) - 1e-9));
            }
        }
        throw new AssertionError("10 vezes a potência passa de qualquer " + bruto);
    }

    double fim() {
        return passo * marcas;
    }

    List<Double> valores() {
        return IntStream.rangeClosed(0, marcas).mapToObj(i -> i * passo).toList();
    }

    /// Escreve uma marca com as casas que o passo pede.
    String texto(double valor) {
        int casas = 0;
        while (casas < 6 && Math.abs(passo * Math.pow(10, casas) - Math.rint(passo * Math.pow(10, casas))) > 1e-6) {
            casas++;
        }
        return Numeros.comCasas(valor, casas);
    }
}
