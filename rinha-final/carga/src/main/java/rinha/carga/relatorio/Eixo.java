package rinha.carga.relatorio;

import java.util.ArrayList;
import java.util.List;
import rinha.carga.medida.Numeros;

/// Eixo de um gráfico: leva valores para o intervalo de 0 a 1, e diz onde pôr as marcas.
///
/// @param de, ate   extremos, já na escala do eixo (logaritmo, se for o caso)
/// @param escala    leva o valor à escala
record Eixo(double de, double ate, java.util.function.DoubleUnaryOperator escala, List<Marca> marcas) {

    record Marca(double valor, String rotulo) {
    }

    double posicao(double valor) {
        return Math.clamp((escala.applyAsDouble(valor) - de) / (ate - de), 0, 1);
    }

    /// Eixo linear de `de` até ao menos `ate`, com quatro ou cinco marcas redondas.
    static Eixo linear(double de, double ate) {
        double passo = redondo((ate - de) / 4);
        double fim = de + Math.ceil((ate - de) / passo) * passo;
        List<Marca> marcas = new ArrayList<>();
        for (double v = Math.ceil(de / passo) * passo; v <= fim + passo / 2; v += passo) {
            marcas.add(new Marca(v, Numeros.decimal(v, passo < 1 ? 1 : 0)));
        }
        return new Eixo(de, fim, v -> v, marcas);
    }

    /// Eixo de tempo: marcas redondas, mas o fim é o da carga e não o de uma marca.
    static Eixo tempo(double segundos) {
        Eixo redondo = linear(0, Math.max(1, segundos));
        return new Eixo(0, Math.max(1, segundos), v -> v,
                redondo.marcas().stream().filter(m -> m.valor() <= segundos * 1.001).toList());
    }

    /// Eixo logarítmico, com marcas em 1, 10, 100…; e também em 2 e 5 quando há menos de três décadas.
    static Eixo log(double menor, double maior) {
        double de = Math.floor(Math.log10(Math.max(menor, 1e-3)));
        double ate = Math.max(de + 1, Math.ceil(Math.log10(Math.max(maior, 1e-3) * 1.0001)));
        List<Marca> marcas = new ArrayList<>();
        for (double decada = de; decada <= ate; decada++) {
            for (int m : ate - de < 3 ? new int[] {1, 2, 5} : new int[] {1}) {
                double v = m * Math.pow(10, decada);
                if (Math.log10(v) <= ate + 1e-9) {
                    marcas.add(new Marca(v, rotulo(v)));
                }
            }
        }
        return new Eixo(de, ate, v -> Math.log10(Math.max(v, 1e-9)), marcas);
    }

    /// Eixo dos percentis: cada nove a mais ocupa a mesma largura.
    static Eixo percentis(long total) {
        double ate = Math.clamp(Math.log10(Math.max(total, 10)), 1, 5);
        List<Marca> marcas = new ArrayList<>();
        for (double p : new double[] {50, 90, 99, 99.9, 99.99, 99.999}) {
            if (noves(p) <= ate + 1e-9) {
                marcas.add(new Marca(p, "p" + (p == Math.rint(p) ? String.valueOf((int) p) : String.valueOf(p))));
            }
        }
        return new Eixo(0, ate, Eixo::noves, marcas);
    }

    private static double noves(double percentil) {
        return percentil >= 100 ? 9 : -Math.log10(1 - percentil / 100);
    }

    private static double redondo(double passo) {
        if (!(passo > 0)) {
            return 1;
        }
        double decada = Math.pow(10, Math.floor(Math.log10(passo)));
        double fracao = passo / decada;
        return decada * (fracao <= 1 ? 1 : fracao <= 2 ? 2 : fracao <= 5 ? 5 : 10);
    }

    private static String rotulo(double v) {
        return v >= 1 ? Numeros.inteiro(v) : Numeros.decimal(v, v >= 0.1 ? 1 : v >= 0.01 ? 2 : 3);
    }
}
