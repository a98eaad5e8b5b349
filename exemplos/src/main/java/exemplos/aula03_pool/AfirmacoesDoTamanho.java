package exemplos.aula03_pool;

import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.medicao.Veredito;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/// O que [TamanhoDoPool] mostra e afirma.
final class AfirmacoesDoTamanho {

    private AfirmacoesDoTamanho() {
    }

    static Resultado.Construtor julgar(Resultado.Construtor resultado, SortedMap<Integer, VarreduraDoPool> medidas) {
        tabelas(resultado, medidas);
        resultado.nota("Há um pool só, com todas as conexões abertas: num «pool de 4», as outras estão retiradas, paradas. Muda só quantas trabalham.");
        afirmarVazoes(resultado, medidas.get(4), medidas.firstEntry().getValue(), medidas.lastEntry().getValue());
        afirmarLittle(resultado, medidas);
        notaDaFila(resultado, medidas.firstEntry().getValue(), medidas.lastEntry().getValue());
        return resultado;
    }

    private static void tabelas(Resultado.Construtor resultado, SortedMap<Integer, VarreduraDoPool> medidas) {
        var leituras = Tabela.de("Ler: o trabalho é do processador", "conexões no pool",
                Coluna.de("leituras/s", 0), Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1));
        var compras = Tabela.de("Comprar: o trabalho espera o disco", "conexões no pool",
                Coluna.de("compras/s", 0), Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1));
        var tempo = Tabela.de("Onde passa o tempo de uma compra, em média", "conexões no pool",
                Coluna.de("espera por conexão (ms)", 2), Coluna.de("uso da conexão (ms)", 2),
                Coluna.de("vazão × uso (conexões)", 1), Coluna.de("em uso, diz o pool (conexões)", 1));
        for (var varredura : medidas.values()) {
            var nome = String.valueOf(varredura.tamanho());
            var posses = varredura.posses();
            leituras = varredura.leitura().linha(leituras, nome);
            compras = varredura.compra().linha(compras, nome);
            tempo = tempo.linha(nome, posses.esperaMs(), posses.usoMs(), posses.porLittle(), posses.emUso());
        }
        resultado.tabela(leituras.curva("leituras/s")).tabela(compras.curva("compras/s")).tabela(tempo.curva("espera por conexão (ms)"));
    }

    private static void afirmarVazoes(Resultado.Construtor resultado, VarreduraDoPool quatro, VarreduraDoPool menor, VarreduraDoPool maior) {
        var lendo = Comparacao.dasMedidas(maior.leitura().vazoes(), quatro.leitura().vazoes());
        var comprando = Comparacao.dasMedidas(menor.compra().vazoes(), maior.compra().vazoes());
        resultado.afirmar("lendo, 4 conexões fazem ao menos 80% do que " + maior.tamanho() + " fazem", lendo, 0.8)
                .afirmar("comprando, " + maior.tamanho() + " conexões fazem ao menos 1,5 vez o que 1 faz", comprando, 1.5)
                .respostaDoPalpite(Comparacao.dasMedidas(quatro.leitura().vazoes(), maior.leitura().vazoes()).razao(), "vezes");
        if (lendo.veredito(0.8) == Veredito.VALE) {
            resultado.nota("Quem lê ocupa o processador: passado o número de núcleos, mais conexões só dividem o mesmo processador.");
        }
        if (comprando.veredito(1.5) == Veredito.VALE) {
            resultado.nota("Quem compra espera o disco: enquanto um commit espera, outros entram no mesmo fsync.");
        }
    }

    /// A vazão vem dos clientes, o uso vem de dentro de cada requisição, e quantas estão em uso quem diz é o pool: três
    /// medidas que não sabem umas das outras. Cada tamanho pesa o mesmo, porque se soma a parte ocupada de cada pool.
    private static void afirmarLittle(Resultado.Construtor resultado, SortedMap<Integer, VarreduraDoPool> medidas) {
        var porLittle = porRodada(medidas, Posses::ocupacaoPorLittle, Double::sum);
        var ditas = porRodada(medidas, Posses::ocupacao, Double::sum);
        var maior = porRodada(medidas, Posses::ocupacaoPorLittle, Math::max);
        var inteiro = new double[maior.length];
        Arrays.fill(inteiro, 1);
        resultado.afirmar("a lei de Little fecha: vazão × uso dá as conexões que o pool diz em uso, com até 20% de diferença",
                        Comparacao.dasMedidas(ditas, porLittle), 0.8, 1.2)
                .afirmar("vazão × uso nunca passa do tamanho do pool: no mais ocupado, o tamanho é ao menos 95% dela",
                        Comparacao.dasMedidas(maior, inteiro), 0.95);
    }

    private static double[] porRodada(SortedMap<Integer, VarreduraDoPool> medidas, Function<Posses, double[]> ocupacao,
            DoubleBinaryOperator juntar) {
        return medidas.values().stream().map(VarreduraDoPool::posses).map(ocupacao).reduce((a, b) -> {
            var juntas = a.clone();
            Arrays.setAll(juntas, i -> juntar.applyAsDouble(a[i], b[i]));
            return juntas;
        }).orElseThrow();
    }

    private static void notaDaFila(Resultado.Construtor resultado, VarreduraDoPool menor, VarreduraDoPool maior) {
        var poucas = menor.posses();
        var muitas = maior.posses();
        if (muitas.esperaMs() < poucas.esperaMs() && muitas.usoMs() > poucas.usoMs()) {
            resultado.nota("Conexões a mais não acabam com a fila: de %d para %d, a espera foi de %s para %s ms, e o uso, de %s para %s ms.".formatted(
                    menor.tamanho(), maior.tamanho(), ms(poucas.esperaMs()), ms(muitas.esperaMs()), ms(poucas.usoMs()), ms(muitas.usoMs())));
        }
    }

    private static String ms(double valor) {
        return Numeros.comCasas(valor, 2);
    }
}
