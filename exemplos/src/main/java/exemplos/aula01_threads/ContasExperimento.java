package exemplos.aula01_threads;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Estatistica;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import exemplos.aula01_threads.Atendente.Atendimento;
import exemplos.aula01_threads.Primos.Fatia;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Faz a mesma conta com uma thread, uma por núcleo, dez por núcleo, virtuais, ForkJoin, streams paralelos e processos.
public final class ContasExperimento implements Experimento {
    private static final int PARES = 7;
    private static final long LIMITE = 1_500_000;

    @Override
    public Ficha ficha() {
        return new Ficha("01", "contas-em-threads", "Quantas threads uma conta pede?",
                "Numa conta sem nenhuma espera, quantas vezes mais rápida fica a conta com dez threads por núcleo do que com uma por núcleo?",
                Duration.ofSeconds(30));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        long limite = ambiente.curto() ? 30_000 : LIMITE;
        Map<JeitoDeContar, Comparacao> contraUmaPorNucleo = new EnumMap<>(JeitoDeContar.class);
        for (var jeito : JeitoDeContar.values()) {
            if (jeito != JeitoDeContar.NUCLEOS) {
                ambiente.progresso("uma por núcleo contra " + jeito.nome + ", em pares");
                contraUmaPorNucleo.put(jeito, Comparacao.emPares(ambiente.curto() ? 2 : PARES,
                        () -> tempo(JeitoDeContar.NUCLEOS, limite), () -> tempo(jeito, limite)));
            }
        }
        var resultado = Resultado.de(ficha()).tabela(tempos(contraUmaPorNucleo, limite));
        afirmarSoma(resultado, ambiente.curto() ? 10_000 : 100_000);
        afirmarTempos(resultado, contraUmaPorNucleo);
        ambiente.progresso("uma thread virtual que quer responder no meio das contas");
        atender(resultado, ambiente.curto());
        return resultado.respostaDoPalpite(1 / contraUmaPorNucleo.get(JeitoDeContar.DEMAIS).razao(), "vez")
                .nota("Cada razão vem dos pares da sua linha, medidos lado a lado; não é a divisão de dois tempos da tabela.")
                .nota("Os processos pagam a abertura de uma JVM cada um; a conta em si é a mesma.")
                .pronto();
    }

    private static double tempo(JeitoDeContar jeito, long limite) throws Exception {
        return Cronometro.milissegundos(() -> jeito.somar(limite));
    }

    private static Tabela tempos(Map<JeitoDeContar, Comparacao> contra, long limite) {
        var tabela = Tabela.de("Soma dos primos até %d, em %d núcleos".formatted(limite, JeitoDeContar.nucleos()), "jeito",
                Coluna.de("tempo (ms)", 0), Coluna.de("vezes o de 1 por núcleo", 2));
        for (var jeito : JeitoDeContar.values()) {
            tabela = jeito == JeitoDeContar.NUCLEOS
                    ? tabela.linha(jeito.nome, contra.get(JeitoDeContar.UMA).medianaA(), 1)
                    : tabela.linha(jeito.nome, contra.get(jeito).medianaB(), contra.get(jeito).razao());
        }
        return tabela.barras("tempo (ms)");
    }

    private static void afirmarSoma(Resultado.Construtor resultado, long limite) throws Exception {
        long certa = JeitoDeContar.UMA.somar(limite);
        int iguais = 0;
        for (var jeito : JeitoDeContar.values()) {
            iguais += jeito.somar(limite) == certa ? 1 : 0;
        }
        resultado.afirmar("todos os jeitos dão a mesma soma", iguais == JeitoDeContar.values().length,
                "%d de %d, somando até %d".formatted(iguais, JeitoDeContar.values().length, limite));
    }

    private static void afirmarTempos(Resultado.Construtor resultado, Map<JeitoDeContar, Comparacao> contra) {
        if (JeitoDeContar.nucleos() > 1) {
            resultado.afirmar("uma thread só demora ao menos 1,5 vez o que demora uma por núcleo", contra.get(JeitoDeContar.UMA), 1.5);
        }
        resultado.afirmar("dez threads por núcleo não são mais rápidas que uma por núcleo (no máximo 10% de diferença)",
                        contra.get(JeitoDeContar.DEMAIS), 0.9)
                .afirmar("threads virtuais não são mais rápidas que uma por núcleo (no máximo 10% de diferença)",
                        contra.get(JeitoDeContar.VIRTUAIS), 0.9);
    }

    private static void atender(Resultado.Construtor resultado, boolean curto) throws Exception {
        int quantas = 2 * JeitoDeContar.nucleos();
        var conta = new Fatia(1, curto ? 200_000 : 400_000);
        List<Atendimento> entreVirtuais = new ArrayList<>();
        List<Atendimento> entrePlataforma = new ArrayList<>();
        var espera = Comparacao.emPares(curto ? 2 : PARES,
                () -> guardar(entrePlataforma, Atendente.entreContas(Thread.ofPlatform().factory(), quantas, conta)),
                () -> guardar(entreVirtuais, Atendente.entreContas(Thread.ofVirtual().factory(), quantas, conta)));
        long semVez = entreVirtuais.stream().filter(a -> a.contasAntes() == 0).count();
        resultado.tabela(Tabela.de("Uma thread virtual que só quer responder, com %d contas em andamento".formatted(quantas),
                        "as contas rodam em", Coluna.de("contas antes dela", 0), Coluna.de("esperou (ms)", 1))
                        .linha("threads virtuais", contasAntes(entreVirtuais), espera.medianaB())
                        .linha("threads de plataforma", contasAntes(entrePlataforma), espera.medianaA()))
                .afirmar("se as contas ocupam as carregadoras, quem só quer responder espera uma conta acabar",
                        semVez == 0, "passou antes de todas %d vezes, de %d".formatted(semVez, entreVirtuais.size()))
                .afirmar("espera ao menos 5 vezes mais do que se elas rodam em threads de plataforma", espera, 5);
    }

    private static double guardar(List<Atendimento> atendimentos, Atendimento atendimento) {
        atendimentos.add(atendimento);
        return atendimento.millis();
    }

    private static double contasAntes(List<Atendimento> atendimentos) {
        return Estatistica.mediana(atendimentos.stream().mapToDouble(Atendimento::contasAntes).toArray());
    }
}
