package rinha.arena.medida;

import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import rinha.arena.Recusa;
import rinha.arena.sistema.Oficina;
import rinha.arena.sistema.Receita;
import rinha.arena.sistema.SistemaNoAr;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Ritmo;

/// A jornada: o mesmo contrato e o mesmo orçamento, oito sistemas, uma tabela.
public final class Jornada {
    public static final String NOME = "jornada";
    /// Os pedidos sem resposta ou com um status que não vale; precisa ser zero.
    public static final String ERROS = "erros";
    /// As respostas que contradizem o contrato e as contas que não fecham; precisa ser zero.
    public static final String INCONSISTENCIAS = "inconsistências";
    /// O «número da aula» é o ano do contrato.
    private static final Ficha FICHA = new Ficha("24", NOME, "O que cada escolha faz com a vazão e com a latência, dentro do mesmo orçamento?",
            "Quantas vezes mais vazão dá gravar em lote?", Duration.ofMinutes(12));

    private final Opcoes opcoes;
    private final Receita base;
    private final Oficina oficina;
    private final Consumer<String> andamento;
    private final Set<String> notas = new LinkedHashSet<>();

    /// @param aquecimento carga sem limite antes da primeira rodada de cada sistema, fora da medida, menos os erros
    /// @param rodadas     quantas vezes se mede a vazão de cada sistema; fica a mediana
    /// @param duracao     de cada rodada
    /// @param oficial     da carga na taxa oficial
    public record Opcoes(Duration aquecimento, int rodadas, Duration duracao, Duration oficial, int conexoes) {}

    /// Uma linha da tabela: o que se mediu de um sistema.
    private record Linha(double vazao, double menor, double maior, double p50, double p99, double p99Oficial, double erros, double inconsistencias, double cpu, double memoria) {
        static final Linha VAZIA = new Linha(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    public Jornada(Opcoes opcoes, Receita base, Oficina oficina, Consumer<String> andamento) {
        this.opcoes = opcoes;
        this.base = base;
        this.oficina = oficina;
        this.andamento = andamento;
    }

    /// Mede todos. Um sistema que não sobe vira uma linha vazia e uma nota; os outros são medidos.
    public Resultado medir() throws InterruptedException {
        Cargas.ensaiar();
        var tabela = Tabela.de("%d rodadas de %d s com %d conexões, depois de %d s de aquecimento; a taxa oficial é de 340 pedidos por segundo".formatted(opcoes.rodadas, opcoes.duracao.toSeconds(), opcoes.conexoes, opcoes.aquecimento.toSeconds()),
                "sistema", Coluna.de("vazão (req/s)", 0), Coluna.de("menor (req/s)", 0), Coluna.de("maior (req/s)", 0), Coluna.de("p50 (ms)", 1), Coluna.de("p99 (ms)", 1),
                Coluna.de("p99 na taxa oficial (ms)", 1), Coluna.de(ERROS, 0), Coluna.de(INCONSISTENCIAS, 0), Coluna.de("CPU usada", 2), Coluna.de("memória (MB)", 0));
        for (Receita receita : receitas()) {
            Linha l = medirOuExplicar(receita);
            tabela = tabela.linha(rotulo(receita), l.vazao, l.menor, l.maior, l.p50, l.p99, l.p99Oficial, l.erros, l.inconsistencias, l.cpu, l.memoria);
        }
        var construtor = Resultado.de(FICHA).tabela(tabela);
        notas.forEach(construtor::nota);
        return construtor.pronto();
    }

    private List<Receita> receitas() {
        var receitas = new ArrayList<Receita>();
        for (var armazenamento : Receita.Armazenamento.values()) {
            for (var escrita : Receita.Escrita.values()) {
                for (var balanceador : Receita.Balanceador.values()) {
                    receitas.add(base.com(armazenamento).com(escrita).com(balanceador));
                }
            }
        }
        return receitas;
    }

    private static String rotulo(Receita r) {
        return "%s, %s, %s".formatted(r.armazenamento() == Receita.Armazenamento.POSTGRES ? "PostgreSQL" : "SQLite",
                r.escrita() == Receita.Escrita.LOTE ? "lote" : "simples", r.balanceador() == Receita.Balanceador.JAVA ? "balanceador Java" : "nginx");
    }

    private Linha medirOuExplicar(Receita receita) throws InterruptedException {
        try (var sistema = SistemaNoAr.subir(receita, oficina, passo -> andamento.accept(rotulo(receita) + ": " + passo))) {
            notas.add("Orçamento de 1,5 CPU e 550 MB para todos juntos: %s.".formatted(sistema.cerca().descricao()));
            return medir(receita, sistema);
        } catch (Recusa e) {
            notas.add("%s não foi medido. %s %s".formatted(rotulo(receita), e.getMessage(), e.proximoPasso()).strip());
            return Linha.VAZIA;
        }
    }

    private Linha medir(Receita receita, SistemaNoAr sistema) throws InterruptedException {
        var cargas = new Cargas(sistema.url(), _ -> null);
        var rodadas = new ArrayList<Rodada>();
        andamento.accept("%s: aquecimento de %d s".formatted(rotulo(receita), opcoes.aquecimento.toSeconds()));
        Rodada aquecimento = cargas.maxima(opcoes.conexoes, Duration.ZERO, opcoes.aquecimento, 0);
        try (var medidor = Medidor.abrir(sistema)) {
            for (int i = 1; i <= opcoes.rodadas; i++) {
                andamento.accept("%s: rodada %d de %d".formatted(rotulo(receita), i, opcoes.rodadas));
                rodadas.add(cargas.maxima(opcoes.conexoes, Cargas.ENTRE_RODADAS, opcoes.duracao, i));
            }
            double cpu = medidor.ateAgora().cpuMedia();
            andamento.accept(rotulo(receita) + ": taxa oficial");
            Rodada oficial = cargas.oficial(opcoes.oficial, 1);
            gargalos(receita, rodadas);
            var todas = Stream.concat(rodadas.stream(), Stream.of(aquecimento, oficial)).toList();
            todas.stream().map(Rodada::porQueNaoSatisfaz).flatMap(Optional::stream).findFirst()
                    .ifPresent(porque -> notas.add(rotulo(receita) + ": " + porque));
            return new Linha(mediana(rodadas, r -> r.carga().vazao()), rodadas.stream().mapToDouble(r -> r.carga().vazao()).min().orElseThrow(),
                    rodadas.stream().mapToDouble(r -> r.carga().vazao()).max().orElseThrow(), mediana(rodadas, r -> r.carga().latencias().p50Ms()),
                    mediana(rodadas, r -> r.carga().latencias().p99Ms()), oficial.carga().latencias().p99Ms(),
                    todas.stream().mapToLong(Rodada::erros).sum(), todas.stream().mapToLong(Rodada::inconsistencias).sum(), cpu, medidor.ateAgora().picoBytes() / 1048576.0);
        }
    }

    private void gargalos(Receita receita, List<Rodada> rodadas) {
        if (rodadas.stream().anyMatch(r -> r.carga().gerador().foiOGargalo())) {
            notas.add(rotulo(receita) + ": em alguma rodada o gerador, e não o sistema, foi o gargalo.");
        }
        rodadas.stream().map(r -> r.carga().gerador().ritmo()).filter(Ritmo::pesa).mapToDouble(Ritmo::lento).max().ifPresent(lento ->
                notas.add("%s: a máquina andou a menos da metade da velocidade dela em até %s de uma rodada.".formatted(rotulo(receita), Numeros.porcento(lento))));
    }

    private static double mediana(List<Rodada> rodadas, ToDoubleFunction<Rodada> medida) {
        double[] valores = rodadas.stream().mapToDouble(medida).sorted().toArray();
        int meio = valores.length / 2;
        return valores.length % 2 == 1 ? valores[meio] : (valores[meio - 1] + valores[meio]) / 2;
    }
}
