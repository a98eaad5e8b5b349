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
import java.util.EnumMap;
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
        var cada = Duration.ofMillis(ambiente.curto() ? 30 : 50);
        var retratos = new EnumMap<JeitoDeEsperar, Retrato>(JeitoDeEsperar.class);
        var vazia = ProcessoDeEspera.medir(JeitoDeEsperar.VIRTUAL, 0, cada);
        for (var jeito : JeitoDeEsperar.values()) {
            ambiente.progresso("uma JVM nova para: " + jeito.nome);
            retratos.put(jeito, ProcessoDeEspera.medir(jeito, quantas, cada));
        }
        var resultado = Resultado.de(ficha()).tabela(tabela(retratos, vazia, quantas, cada));
        afirmarContagens(resultado, retratos, vazia, quantas);
        afirmarLittle(resultado, retratos.get(JeitoDeEsperar.POOL_DE_200), quantas, cada);
        ambiente.progresso("comparando o pool de 200 com threads virtuais, em pares");
        var razao = Comparacao.emPares(ambiente.curto() ? 2 : PARES,
                () -> tempo(JeitoDeEsperar.VIRTUAL, quantas, cada), () -> tempo(JeitoDeEsperar.POOL_DE_200, quantas, cada));
        return resultado.afirmar("o pool de 200 demora ao menos 5 vezes mais que as threads virtuais", razao, 5)
                .respostaDoPalpite(razao.razao(), "vezes")
                .nota("Juntas: quantas esperas estiveram em andamento ao mesmo tempo, no máximo. Threads: as do sistema, com as da JVM.")
                .nota("Cada jeito rodou numa JVM só dele; a memória é o pico dessa JVM menos o de uma JVM que não espera nada, "
                        + "e a última coluna a divide pelas esperas juntas.")
                .nota("O jeito assíncrono gasta menos que todos, e é o único cujo código não se lê de cima para baixo.")
                .pronto();
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

    /// Lei de Little: com 200 vagas sempre ocupadas, saem 200 ÷ tempo de espera por segundo.
    private static void afirmarLittle(Resultado.Construtor resultado, Retrato pool, int quantas, Duration cada) {
        double prevista = 200 / (cada.toNanos() / 1e9);
        double observada = quantas / (pool.millis() / 1e3);
        resultado.afirmar("a vazão do pool fica entre 60% e 100% da que a lei de Little prevê",
                observada >= 0.6 * prevista && observada <= prevista,
                "%s por segundo observadas, %s previstas".formatted(Numeros.comCasas(observada, 0), Numeros.comCasas(prevista, 0)));
    }
}
