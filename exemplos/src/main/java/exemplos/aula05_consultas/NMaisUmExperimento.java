package exemplos.aula05_consultas;

import curso.bancada.instrumentos.ContadorDeConsultas;
import curso.bancada.instrumentos.IdaEVolta;
import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Estatistica;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lê 50 autores com os seus livros de quatro jeitos, com o banco cada vez mais longe.
public final class NMaisUmExperimento implements Experimento {
    private static final int AUTORES = 500;
    private static final int LIVROS = 8;
    private static final int PEDIDOS = 50;
    private static final int PARES = 8;
    private static final int[] ATRASOS_MS = {0, 1, 5};
    private static final double KIB = 1024;

    private record Contagem(long idasEVoltas, long bytes) {}

    @Override
    public Ficha ficha() {
        return new Ficha("05", "n-mais-um", "Quanto custa uma consulta por item, conforme o banco fica mais longe?",
                "Com 5 ms de ida e volta, quantas vezes mais demora o N+1 do que o ANY, para " + PEDIDOS + " autores?",
                Duration.ofSeconds(15));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var ids = Acervo.ids(ambiente.curto() ? 10 : PEDIDOS);
        try (Banco banco = ambiente.servicos().postgres().novoBanco()) {
            Acervo.criar(banco, AUTORES, LIVROS, 0);
            ambiente.progresso("contando idas e voltas e bytes");
            var contagem = contar(banco, ids);
            var resultado = Resultado.de(ficha());
            medirTempos(resultado, banco, ids, contagem, ambiente);
            afirmarContagens(resultado, contagem, ids.size());
            afirmarRespostas(resultado, banco, ids);
            afirmarTempos(resultado, banco, ids, ambiente);
            return resultado.nota("Compare a coluna «perto» com as outras: perto é a máquina de quem escreve o N+1.")
                    .nota("O join traz a biografia repetida em cada livro; compare os KiB, não só as idas e voltas.").pronto();
        }
    }

    private static Map<JeitoDeLer, Contagem> contar(Banco banco, List<Long> ids) throws Exception {
        Map<JeitoDeLer, Contagem> contagens = new EnumMap<>(JeitoDeLer.class);
        try (var fio = FioDoPostgres.ate(banco.host(), banco.porta()); var conexao = Fontes.conectar(banco, fio.host(), fio.porta())) {
            for (var jeito : JeitoDeLer.values()) {
                fio.zerar();
                jeito.estante.ler(conexao, ids);
                contagens.put(jeito, new Contagem(fio.idasEVoltas(), fio.bytesDoServidor()));
            }
        }
        return contagens;
    }

    private static void medirTempos(Resultado.Construtor resultado, Banco banco, List<Long> ids, Map<JeitoDeLer, Contagem> contagem,
            Ambiente ambiente) throws Exception {
        List<Map<JeitoDeLer, Double>> tempos = new ArrayList<>();
        List<String> idasEVoltas = new ArrayList<>();
        for (int atraso : ATRASOS_MS) {
            ambiente.progresso("medindo com " + atraso + " ms de ida e volta");
            try (var caminho = Caminho.ate(banco, Duration.ofMillis(atraso))) {
                tempos.add(medianas(caminho, ids, ambiente.curto() ? 1 : 7));
                idasEVoltas.add(Numeros.comCasas(IdaEVolta.medianaMs(caminho.conexao()), 2) + " ms");
            }
        }
        var tabela = Tabela.de(ids.size() + " autores com " + LIVROS + " livros cada", "jeito", Coluna.de("idas e voltas", 0),
                Coluna.de("recebido (KiB)", 1), Coluna.de("perto (ms)", 1), Coluna.de("a 1 ms (ms)", 1), Coluna.de("a 5 ms (ms)", 1));
        for (var jeito : JeitoDeLer.values()) {
            tabela = tabela.linha(jeito.nome, contagem.get(jeito).idasEVoltas(), contagem.get(jeito).bytes() / KIB,
                    tempos.get(0).get(jeito), tempos.get(1).get(jeito), tempos.get(2).get(jeito));
        }
        resultado.tabela(tabela.barras("a 5 ms (ms)")).nota("«A 1 ms» e «a 5 ms» são o que se acrescenta: uma ida e volta levou "
                + "%s perto, %s a 1 ms e %s a 5 ms.".formatted(idasEVoltas.toArray()));
    }

    /// Cada rodada passa por todos os jeitos, em ordem alternada; a primeira aquece e não conta.
    private static Map<JeitoDeLer, Double> medianas(Caminho caminho, List<Long> ids, int rodadas) throws Exception {
        var jeitos = List.of(JeitoDeLer.values());
        Map<JeitoDeLer, double[]> tempos = new EnumMap<>(JeitoDeLer.class);
        for (int rodada = 0; rodada <= rodadas; rodada++) {
            for (var jeito : rodada % 2 == 0 ? jeitos : jeitos.reversed()) {
                double ms = Medida.milissegundos(() -> jeito.estante.ler(caminho.conexao(), ids));
                if (rodada > 0) {
                    tempos.computeIfAbsent(jeito, _ -> new double[rodadas])[rodada - 1] = ms;
                }
            }
        }
        Map<JeitoDeLer, Double> medianas = new EnumMap<>(JeitoDeLer.class);
        tempos.forEach((jeito, t) -> medianas.put(jeito, Estatistica.mediana(t)));
        return medianas;
    }

    private static void afirmarContagens(Resultado.Construtor resultado, Map<JeitoDeLer, Contagem> c, int autores) {
        long idasEVoltas = c.get(JeitoDeLer.N_MAIS_UM).idasEVoltas();
        long comJoin = c.get(JeitoDeLer.JOIN).idasEVoltas();
        long comIn = c.get(JeitoDeLer.IN).idasEVoltas();
        long comAny = c.get(JeitoDeLer.ANY).idasEVoltas();
        long bytesDoJoin = c.get(JeitoDeLer.JOIN).bytes();
        long bytesDoAny = c.get(JeitoDeLer.ANY).bytes();
        resultado.afirmar("o N+1 faz uma ida e volta por autor, mais uma", idasEVoltas == autores + 1, idasEVoltas + " idas e voltas para " + autores + " autores")
                .afirmar("o join faz uma ida e volta; IN e ANY, duas", comJoin == 1 && comIn == 2 && comAny == 2,
                        "join %d, IN %d, ANY %d".formatted(comJoin, comIn, comAny))
                .afirmar("o join recebe mais bytes que o ANY, porque repete o autor em cada livro", bytesDoJoin > bytesDoAny,
                        "%s contra %s KiB".formatted(Numeros.comCasas(bytesDoJoin / KIB, 1), Numeros.comCasas(bytesDoAny / KIB, 1)));
    }

    private static void afirmarRespostas(Resultado.Construtor resultado, Banco banco, List<Long> ids) throws Exception {
        try (var conexao = banco.dataSource().getConnection()) {
            var certo = JeitoDeLer.N_MAIS_UM.estante.ler(conexao, ids);
            boolean iguais = certo.size() == ids.size();
            for (var jeito : JeitoDeLer.values()) {
                iguais &= jeito.estante.ler(conexao, ids).equals(certo);
            }
            resultado.afirmar("os quatro jeitos devolvem a mesma resposta", iguais, certo.size() + " autores em cada");
        }
        int comIn = textos(banco, JeitoDeLer.IN);
        int comAny = textos(banco, JeitoDeLer.ANY);
        resultado.afirmar("três tamanhos de lista são três vezes mais textos de SQL no IN; no ANY, são sempre os mesmos",
                comIn == 6 && comAny == 2, "IN %d textos, ANY %d".formatted(comIn, comAny));
    }

    private static int textos(Banco banco, JeitoDeLer jeito) throws Exception {
        var contador = ContadorDeConsultas.sobre(banco.dataSource());
        try (var conexao = contador.dataSource().getConnection()) {
            for (int tamanho : List.of(1, 7, 20)) {
                jeito.estante.ler(conexao, Acervo.ids(tamanho));
            }
        }
        return (int) contador.consultas().stream().distinct().count();
    }

    private static void afirmarTempos(Resultado.Construtor resultado, Banco banco, List<Long> ids, Ambiente ambiente) throws Exception {
        ambiente.progresso("comparando N+1 e ANY em pares");
        int pares = ambiente.curto() ? 2 : PARES;
        var longe = comparar(banco, ids, Duration.ofMillis(5), pares);
        resultado.afirmar("a 5 ms, o N+1 demora ao menos 10 vezes mais que o ANY", longe, 10)
                .afirmar("mesmo perto, o N+1 demora ao menos 2 vezes mais que o ANY", comparar(banco, ids, Duration.ZERO, pares), 2)
                .respostaDoPalpite(longe.razao(), "vezes");
    }

    private static Comparacao comparar(Banco banco, List<Long> ids, Duration atraso, int pares) throws Exception {
        try (var caminho = Caminho.ate(banco, atraso)) {
            return Comparacao.emPares(pares,
                    () -> Medida.milissegundos(() -> JeitoDeLer.ANY.estante.ler(caminho.conexao(), ids)),
                    () -> Medida.milissegundos(() -> JeitoDeLer.N_MAIS_UM.estante.ler(caminho.conexao(), ids)));
        }
    }
}
