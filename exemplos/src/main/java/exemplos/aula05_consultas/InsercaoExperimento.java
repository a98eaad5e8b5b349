package exemplos.aula05_consultas;

import static exemplos.aula05_consultas.JeitoDeInserir.AUTOCOMMIT;
import static exemplos.aula05_consultas.JeitoDeInserir.COPY;
import static exemplos.aula05_consultas.JeitoDeInserir.LOTE;
import static exemplos.aula05_consultas.JeitoDeInserir.LOTE_REESCRITO;
import static exemplos.aula05_consultas.JeitoDeInserir.UMA_A_UMA;
import static exemplos.aula05_consultas.JeitoDeInserir.VETORES;

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
import java.sql.Connection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Insere as mesmas linhas de seis jeitos, com o banco perto e a 1 ms.
public final class InsercaoExperimento implements Experimento {
    private static final int LINHAS = 1_000;
    private static final int AQUECIMENTO = 25;
    private static final int PARES = 8;
    private static final Duration UM_MS = Duration.ofMillis(1);

    @Override
    public Ficha ficha() {
        return new Ficha("05", "insercao", "Quanto se ganha ao inserir muitas linhas por ida e volta?",
                "A 1 ms de distância e numa transação só, quantas vezes mais linhas por segundo entram em lote do que uma a uma, de "
                        + LINHAS / 5 + " em " + LINHAS / 5 + "?",
                Duration.ofSeconds(24));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var eventos = Evento.muitos(ambiente.curto() ? 300 : LINHAS);
        try (Banco banco = ambiente.servicos().postgres().novoBanco()) {
            banco.executar(Evento.TABELA);
            Map<JeitoDeInserir, Long> idasEVoltas = new EnumMap<>(JeitoDeInserir.class);
            var tabela = Tabela.de(Numeros.comCasas(eventos.size(), 0) + " linhas", "jeito", Coluna.de("idas e voltas", 0),
                    Coluna.de("perto (linhas/s)", 0), Coluna.de("a 1 ms (linhas/s)", 0));
            for (var jeito : JeitoDeInserir.values()) {
                ambiente.progresso(jeito.nome);
                idasEVoltas.put(jeito, idasEVoltas(banco, jeito, eventos));
                // Quem espera por linha tem vazão constante: poucas linhas e vezes a medem sem custar segundos.
                var medidos = jeito.esperaPorLinha() ? eventos.subList(0, eventos.size() / 5) : eventos;
                int vezes = ambiente.curto() ? 1 : jeito.esperaPorLinha() ? 2 : 5;
                tabela = tabela.linha(jeito.nome, idasEVoltas.get(jeito),
                        vazao(banco, Duration.ZERO, jeito, medidos, vezes), vazao(banco, UM_MS, jeito, medidos, vezes));
            }
            var resultado = Resultado.de(ficha()).tabela(tabela.barras("a 1 ms (linhas/s)"));
            afirmarContagens(resultado, idasEVoltas, lotesDoJdbc(banco, eventos), eventos.size());
            afirmarTempos(resultado, banco, eventos, ambiente);
            return resultado.nota("Perto, o autocommit paga o disco a cada linha; a 1 ms, paga também a ida e volta. O lote dilui os dois.")
                    .nota("«A 1 ms» é o que se acrescenta: com o banco parado, uma ida e volta levou " + idaEVolta(banco, UM_MS) + ", e perto, "
                            + idaEVolta(banco, Duration.ZERO) + ".").pronto();
        }
    }

    private static void afirmarContagens(Resultado.Construtor resultado, Map<JeitoDeInserir, Long> idasEVoltas, int lotes, int linhas) {
        resultado.afirmar("uma a uma é uma ida e volta por linha; a transação acrescenta só a do COMMIT",
                        idasEVoltas.get(AUTOCOMMIT) == linhas && idasEVoltas.get(UMA_A_UMA) == linhas + 1,
                        "%s e %s idas e voltas para %s linhas".formatted(Numeros.comCasas(idasEVoltas.get(AUTOCOMMIT), 0),
                                Numeros.comCasas(idasEVoltas.get(UMA_A_UMA), 0), Numeros.comCasas(linhas, 0)))
                .afirmar("um executeBatch() grande custa mais de uma ida e volta: o driver para e espera no meio",
                        idasEVoltas.get(LOTE) - 1 > lotes,
                        "%d executeBatch(), %d idas e voltas além do COMMIT".formatted(lotes, idasEVoltas.get(LOTE) - 1))
                .afirmar("o COPY leva todas as linhas em duas idas e voltas", idasEVoltas.get(COPY) == 2, idasEVoltas.get(COPY) + " idas e voltas");
    }

    private static void afirmarTempos(Resultado.Construtor resultado, Banco banco, List<Evento> eventos, Ambiente ambiente) throws Exception {
        ambiente.progresso("comparando em pares");
        int pares = ambiente.curto() ? 2 : PARES;
        var lote = comparar(banco, UM_MS, UMA_A_UMA, LOTE, eventos.subList(0, eventos.size() / 5), pares);
        var muitos = Evento.muitos(eventos.size() * 10);
        var reescrito = comparar(banco, Duration.ZERO, LOTE, LOTE_REESCRITO, muitos, pares);
        var vetores = comparar(banco, Duration.ZERO, LOTE, VETORES, muitos, pares);
        var copy = comparar(banco, Duration.ZERO, LOTE, COPY, muitos, pares);
        resultado.afirmar("a 1 ms, o lote insere ao menos 10 vezes mais linhas por segundo que uma a uma", lote, 10)
                .afirmar("perto, o lote reescrito insere ao menos 10% mais linhas por segundo que o lote", reescrito, 1.1)
                .afirmar("perto, os vetores inserem ao menos 10% mais linhas por segundo que o lote", vetores, 1.1)
                .afirmar("perto, o COPY insere ao menos 1,5 vez mais linhas por segundo que o lote", copy, 1.5)
                .respostaDoPalpite(lote.razao(), "vezes");
    }

    private static String idaEVolta(Banco banco, Duration atraso) throws Exception {
        try (var caminho = Caminho.ate(banco, atraso)) {
            return Numeros.comCasas(IdaEVolta.medianaMs(caminho.conexao()), 2) + " ms";
        }
    }

    private static long idasEVoltas(Banco banco, JeitoDeInserir jeito, List<Evento> eventos) throws Exception {
        try (var fio = FioDoPostgres.ate(banco.host(), banco.porta()); var conexao = jeito.conectar(banco, fio.host(), fio.porta())) {
            banco.executar("TRUNCATE eventos");
            fio.zerar();
            jeito.carregador.carregar(conexao, eventos);
            return fio.idasEVoltas();
        }
    }

    private static int lotesDoJdbc(Banco banco, List<Evento> eventos) throws Exception {
        var contador = ContadorDeConsultas.sobre(banco.dataSource());
        try (var conexao = contador.dataSource().getConnection()) {
            inserir(banco, conexao, LOTE, eventos);
        }
        return contador.idasEVoltas();
    }

    private static double vazao(Banco banco, Duration atraso, JeitoDeInserir jeito, List<Evento> eventos, int vezes) throws Exception {
        try (var caminho = Caminho.ate(banco, atraso, jeito::conectar)) {
            inserir(banco, caminho.conexao(), jeito, eventos.subList(0, AQUECIMENTO));
            var tempos = new double[vezes];
            for (int i = 0; i < vezes; i++) {
                tempos[i] = inserir(banco, caminho.conexao(), jeito, eventos);
            }
            return eventos.size() / (Estatistica.mediana(tempos) / 1_000);
        }
    }

    private static Comparacao comparar(Banco banco, Duration atraso, JeitoDeInserir a, JeitoDeInserir b, List<Evento> eventos, int pares)
            throws Exception {
        try (var deA = Caminho.ate(banco, atraso, a::conectar); var deB = Caminho.ate(banco, atraso, b::conectar)) {
            return Comparacao.emPares(pares, () -> eventos.size() / inserir(banco, deA.conexao(), a, eventos),
                    () -> eventos.size() / inserir(banco, deB.conexao(), b, eventos));
        }
    }

    /// Esvazia a tabela por outra conexão e devolve os milissegundos da inserção.
    private static double inserir(Banco banco, Connection conexao, JeitoDeInserir jeito, List<Evento> eventos) throws Exception {
        banco.executar("TRUNCATE eventos");
        return Medida.milissegundos(() -> jeito.carregador.carregar(conexao, eventos));
    }
}
