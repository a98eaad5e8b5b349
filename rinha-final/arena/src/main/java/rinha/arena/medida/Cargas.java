package rinha.arena.medida;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import rinha.avaliador.consistencia.LivroDeContas;
import rinha.carga.Alvo;
import rinha.carga.Chegadas;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.Resposta;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;
import rinha.carga.medida.Resultado;
import rinha.carga.motor.Ensaio;
import rinha.carga.motor.Gerador;
import rinha.carga.tela.Tela;

/// As duas cargas, com as contas conferidas: a máxima, de clientes que esperam, e a oficial, de um público que não espera.
public final class Cargas {
    /// O que se joga fora no começo de cada rodada, com o sistema já quente.
    public static final Duration ENTRE_RODADAS = Duration.ofSeconds(3);
    private static final Duration ENSAIO = Duration.ofSeconds(1);
    private static final int CONEXOES_DA_OFICIAL = 256;
    private static final int INDISPONIVEL = 503;

    private final String url;
    private final Function<Plano, Tela> tela;

    /// @param tela abre a tela de uma carga; `null` no lugar de uma não mostra nada
    public Cargas(String url, Function<Plano, Tela> tela) {
        this.url = url;
        this.tela = tela;
    }

    /// Esquenta o gerador contra um servidor dele mesmo; o sistema não é tocado.
    public static void ensaiar() throws InterruptedException {
        try {
            Ensaio.fazer(ENSAIO, Rinha2024.mistura(0), new ConferenciaDaRinha());
        } catch (IOException e) {
            throw new UncheckedIOException("o ensaio do gerador falhou: " + e.getMessage(), e);
        }
    }

    /// Sem limite de taxa, na mistura 22:11:1.
    public Rodada maxima(int conexoes, Duration aquecimento, Duration duracao, long semente) throws InterruptedException {
        return rodar(Rinha2024.maxima(duracao, conexoes, semente), aquecimento);
    }

    /// A carga oficial: metade do tempo subindo, metade no pico.
    public Rodada oficial(Duration duracao, long semente) throws InterruptedException {
        return rodar(Rinha2024.carga(duracao, CONEXOES_DA_OFICIAL, Chegadas.REGULARES, semente), Duration.ZERO);
    }

    private Rodada rodar(Modelo modelo, Duration aquecimento) throws InterruptedException {
        var livro = LivroDeContas.com(Saldos.ler(url), Cargas::nadaFoiAplicado);
        var plano = Plano.de(Alvo.de(url), modelo, livro).comAquecimento(aquecimento);
        Resultado resultado = rodar(plano);
        return new Rodada(resultado, livro.fechar(Saldos.ler(url)));
    }

    private Resultado rodar(Plano plano) throws InterruptedException {
        try (Tela aberta = tela.apply(plano)) {
            return (aberta == null ? new Gerador(plano) : new Gerador(plano, aberta)).rodar();
        }
    }

    /// O 503 da API e o do balanceador dizem quando com certeza nada foi aplicado.
    private static boolean nadaFoiAplicado(Resposta resposta) {
        return resposta.status() == INDISPONIVEL && resposta.texto().contains("Nada foi");
    }
}
