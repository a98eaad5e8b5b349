package rinha.carga.cenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import rinha.carga.Chegadas;
import rinha.carga.Fase;
import rinha.carga.Fluxo;
import rinha.carga.Fonte;
import rinha.carga.Mistura;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;

/// A carga da Rinha de Backend 2024-Q1: débitos, créditos e extratos em 22:11:1.
///
/// Fonte dos números: a simulação oficial (zanfranceschi/rinha-de-backend-2024-q1, Gatling). Valores de
/// 1 a 10000, cliente sorteado de 1 a 5, descrição de 10 caracteres.
public final class Rinha2024 {

    /// Duração da carga oficial: metade subindo, metade no pico.
    public static final Duration OFICIAL = Duration.ofMinutes(4);
    /// Versão reduzida, com as mesmas proporções.
    public static final Duration REDUZIDA = Duration.ofSeconds(60);

    /// Pedidos por segundo no pico oficial, de todos os tipos.
    public static final double PICO = 340;
    public static final int CLIENTES = 5;
    private static final int MAIOR_VALOR = 10_000;
    private static final int TAMANHO_DA_DESCRICAO = 10;

    private static final List<Molde> DEBITOS = transacoes("débito");
    private static final List<Molde> CREDITOS = transacoes("crédito");
    private static final List<Molde> EXTRATOS = clientes()
            .mapToObj(c -> Molde.get("extrato", "/clientes/" + c + "/extrato")).toList();

    private Rinha2024() {
    }

    /// O que um pedido da Rinha leva: a conferência precisa disso para julgar a resposta.
    ///
    /// @param tipo  `d`, `c`, ou `e` para o extrato
    /// @param valor centavos; 0 no extrato
    public record Operacao(int cliente, char tipo, int valor) {
    }

    /// Devolve o modelo aberto: rampa de 1/s até o pico na primeira metade, pico na segunda.
    ///
    /// O pico é de 220 débitos, 110 créditos e 10 extratos por segundo.
    public static Modelo.Aberto carga(Duration duracao, int conexoes, Chegadas chegadas, long semente) {
        return carga(PICO, duracao, conexoes, chegadas, semente);
    }

    /// Devolve a mesma carga com outro pico, dividido nas mesmas proporções.
    ///
    /// @param pico pedidos por segundo, de todos os tipos; o oficial é [#PICO]
    public static Modelo.Aberto carga(double pico, Duration duracao, int conexoes, Chegadas chegadas, long semente) {
        SplittableRandom sorteio = new SplittableRandom(semente);
        Duration metade = duracao.dividedBy(2);
        double vezes = pico / PICO;
        return new Modelo.Aberto(conexoes, chegadas, List.of(
                new Fluxo("débitos", subirAte(220 * vezes, metade), transacao('d', DEBITOS, sorteio.split())),
                new Fluxo("créditos", subirAte(110 * vezes, metade), transacao('c', CREDITOS, sorteio.split())),
                new Fluxo("extratos", subirAte(10 * vezes, metade), extrato(sorteio.split()))));
    }

    /// Devolve o modelo fechado sem limite de taxa, com a mistura 22:11:1.
    public static Modelo.Fechado maxima(Duration duracao, int conexoes, long semente) {
        return new Modelo.Fechado(conexoes, Duration.ZERO, duracao, 0, mistura(semente));
    }

    /// Devolve a fonte que dá débitos, créditos e extratos em 22:11:1.
    public static Fonte mistura(long semente) {
        SplittableRandom sorteio = new SplittableRandom(semente);
        return Mistura.comSemente(semente)
                .com(22, transacao('d', DEBITOS, sorteio.split()))
                .com(11, transacao('c', CREDITOS, sorteio.split()))
                .com(1, extrato(sorteio.split()))
                .pronta();
    }

    private static Perfil subirAte(double pico, Duration metade) {
        return Perfil.de(new Fase.Rampa(1, pico, metade), new Fase.Constante(pico, metade));
    }

    private static Fonte transacao(char tipo, List<Molde> moldes, SplittableRandom sorteio) {
        return () -> {
            int cliente = 1 + sorteio.nextInt(CLIENTES);
            int valor = 1 + sorteio.nextInt(MAIOR_VALOR);
            String corpo = "{\"valor\":" + valor + ",\"tipo\":\"" + tipo + "\",\"descricao\":\""
                    + descricao(sorteio) + "\"}";
            return new Pedido(moldes.get(cliente - 1), corpo.getBytes(StandardCharsets.ISO_8859_1),
                    new Operacao(cliente, tipo, valor));
        };
    }

    private static String descricao(SplittableRandom sorteio) {
        byte[] letras = new byte[TAMANHO_DA_DESCRICAO];
        for (int i = 0; i < letras.length; i++) {
            letras[i] = (byte) ('a' + sorteio.nextInt(26));
        }
        return new String(letras, StandardCharsets.ISO_8859_1);
    }

    private static Fonte extrato(SplittableRandom sorteio) {
        List<Pedido> prontos = new ArrayList<>();
        clientes().forEach(c -> prontos.add(new Pedido(EXTRATOS.get(c - 1), new byte[0], new Operacao(c, 'e', 0))));
        return () -> prontos.get(sorteio.nextInt(CLIENTES));
    }

    private static List<Molde> transacoes(String rota) {
        return clientes().mapToObj(c -> Molde.postJson(rota, "/clientes/" + c + "/transacoes")).toList();
    }

    private static IntStream clientes() {
        return IntStream.rangeClosed(1, CLIENTES);
    }
}
