package exemplos.aula01_threads;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import exemplos.aula01_threads.ProcessoDeEspera.Retrato;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Faz dez mil esperas com um pool, com threads virtuais e sem thread nenhuma: tempo, threads e memória.
public final class EsperasExperimento implements Experimento {
    private static final int PARES = 6;
    private static final double KIB_POR_MIB = 1024;

    @Override
    public Ficha ficha() {
        return new Ficha("01", "dez-mil-esperas", "Quanto custam dez mil esperas ao mesmo tempo?",
                "Para dez mil esperas de 50 ms, quantas vezes mais demora um pool de 200 threads do que threads virtuais?",
                Duration.ofSeconds(28));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        int quantas = ambiente.curto() ? 2_000 : 10_000;
        var cada = Duration.ofMillis(ambiente.curto() ? 60 : 50);
        var retratos = new EnumMap<JeitoDeEsperar, Retrato>(JeitoDeEsperar.class);
        var vazia = ProcessoDeEspera.medir(JeitoDeEsperar.VIRTUAL, 0, cada);
        for (var jeito : JeitoDeEsperar.values()) {
            ambiente.progresso("uma JVM nova para: " + jeito.nome);
            retratos.put(jeito, ProcessoDeEspera.medir(jeito, quantas, cada));
        }
        var resultado = Resultado.de(ficha()).tabela(tabela(retratos, vazia, quantas, cada));
        afirmarContagens(resultado, retratos, vazia, quantas);
        ambiente.progresso("comparando o pool de 200 com threads virtuais, em pares");
        var doPool = new ArrayList<Double>();
        var razao = Comparacao.emPares(ambiente.curto() ? 2 : PARES, () -> tempo(JeitoDeEsperar.VIRTUAL, quantas, cada), () -> {
            doPool.add(tempo(JeitoDeEsperar.POOL_DE_200, quantas, cada));
            return doPool.getLast();
        });
        afirmarLittle(resultado, doPool, quantas, cada);
        resultado.afirmar("o pool de 200 demora ao menos 5 vezes mais que as threads virtuais", razao, 5)
                .respostaDoPalpite(razao.razao(), "vezes")
                .nota("Juntas: quantas esperas estiveram em andamento ao mesmo tempo, no máximo. Threads: as do sistema, com as da JVM.")
                .nota("Cada jeito rodou numa JVM só dele; a memória é o pico dessa JVM menos o de uma JVM que não espera nada, "
                        + "e a última coluna a divide pelas esperas juntas.");
        return resultado.pronto();
    }

    private static double tempo(JeitoDeEsperar jeito, int quantas, Duration cada) throws Exception {
        return Cronometro.milissegundos(() -> jeito.esperar(quantas, cada, new ContagemDeEsperas()));
    }

    private static Tabela tabela(Map<JeitoDeEsperar, Retrato> retratos, Retrato vazia, int quantas, Duration cada) {
        var tabela = Tabela.de("%d esperas de %d ms".formatted(quantas, cada.toMillis()), "jeito",
                Coluna.de("tempo (ms)", 0), Coluna.de("juntas", 0), Coluna.de("threads", 0),
                Coluna.de("memória (MiB)", 1), Coluna.de("por espera (KiB)", 1));
        for (var jeito : JeitoDeEsperar.values()) {
            var r = retratos.get(jeito);
            double aMais = Math.max(0, r.memoriaMib() - vazia.memoriaMib());
            tabela = tabela.linha(jeito.nome, r.millis(), r.juntas(), r.threads(), aMais, aMais * KIB_POR_MIB / r.juntas());
        }
        return tabela.barras("tempo (ms)");
    }

    private static void afirmarContagens(Resultado.Construtor resultado, Map<JeitoDeEsperar, Retrato> retratos,
            Retrato vazia, int quantas) {
        var pool = retratos.get(JeitoDeEsperar.POOL_DE_200);
        var virtual = retratos.get(JeitoDeEsperar.VIRTUAL);
        int aMais = virtual.threads() - vazia.threads();
        int carregadoras = Runtime.getRuntime().availableProcessors();
        resultado.afirmar("num pool de 200, nunca mais de 200 esperas estão juntas", pool.juntas() <= 200,
                        pool.juntas() + " juntas, no máximo")
                .afirmar("com threads virtuais, estão juntas mais esperas do que num pool de 1.000", virtual.juntas() > 1_000,
                        virtual.juntas() + " juntas, de " + quantas)
                .afirmar("para isso as threads virtuais usam pouco mais que uma thread do sistema por núcleo",
                        aMais <= carregadoras + 8, "%d a mais, para %d núcleos".formatted(aMais, carregadoras));
    }

    /// Lei de Little: com 200 vagas sempre ocupadas, saem 200 ÷ tempo de espera por segundo. O primeiro tempo aqueceu.
    private static void afirmarLittle(Resultado.Construtor resultado, List<Double> doPool, int quantas, Duration cada) {
        var observadas = doPool.stream().skip(1).mapToDouble(millis -> quantas / (millis / 1e3)).toArray();
        var previstas = new double[observadas.length];
        Arrays.fill(previstas, 200 / (cada.toNanos() / 1e9));
        resultado.afirmar("a vazão do pool fica entre 60%% e 100%% da que a lei de Little prevê, que é de %s por segundo"
                .formatted(Numeros.comCasas(previstas[0], 0)), Comparacao.dasMedidas(previstas, observadas), 0.6, 1);
    }
}
