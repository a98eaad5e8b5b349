package rinha.carga.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import rinha.carga.Alvo;
import rinha.carga.Conferencia;
import rinha.carga.Fluxo;
import rinha.carga.Fonte;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;

/// Leva as opções a um plano, ou explica por que não dá.
final class MontadorDePlano {

    private static final Duration DURACAO = Duration.ofSeconds(30);
    private static final Duration AQUECIMENTO = Duration.ofSeconds(2);
    private static final int CONEXOES_FECHADAS = 32;
    private static final int TETO_DE_CONEXOES = 256;

    private final Opcoes o;

    MontadorDePlano(Opcoes opcoes) {
        this.o = opcoes;
    }

    /// @throws IllegalArgumentException se as opções não formam uma carga; a mensagem é para quem as escreveu
    Plano montar() {
        Alvo alvo = Alvo.de(o.url);
        if (!alvo.ehLocal() && !o.permitirHost) {
            throw new IllegalArgumentException(("%s não é um endereço local (127.0.0.1, [::1] ou localhost). Carga derruba servidores: se ele é seu e você "
                    + "quer mesmo isto, acrescente --permitir-host").formatted(alvo.base()));
        }
        conferirCombinacoes(alvo);
        Modelo modelo = modelo(alvo);
        boolean rampa = o.cenario == Opcoes.Cenario.rinha2024;
        Duration aquecimento = o.aquecimento != null ? o.aquecimento : rampa ? Duration.ZERO : AQUECIMENTO;
        return new Plano(alvo, modelo, aquecimento, o.timeout, !o.novaConexao, o.semente, conferencia());
    }

    private void conferirCombinacoes(Alvo alvo) {
        boolean url = o.cenario == Opcoes.Cenario.url;
        recusar(!url && !alvo.caminho().equals("/"), "o cenário " + o.cenario + " escolhe os caminhos: dê só "
                + alvo.base() + " em --url");
        recusar(!url && (o.metodo != null || o.corpo != null || !o.cabecalhos.isEmpty() || !o.status.isEmpty()),
                "--metodo, --corpo, --cabecalho e --status são do cenário url");
        recusar(o.cenario == Opcoes.Cenario.maxima && o.taxa != null, "o cenário maxima não tem taxa: tire --taxa, ou use rinha2024");
        recusar(aberta() && !o.pausa.isZero(), "a carga aberta não tem pausa: cada pedido tem hora marcada. Tire --pausa");
        recusar(o.taxa != null && !(o.taxa > 0), "--taxa " + o.taxa + ": use um número positivo");
    }

    private static void recusar(boolean errado, String mensagem) {
        if (errado) {
            throw new IllegalArgumentException(mensagem);
        }
    }

    private boolean aberta() {
        return o.taxa != null || o.cenario == Opcoes.Cenario.rinha2024;
    }

    private Modelo modelo(Alvo alvo) {
        int conexoes = o.conexoes != null ? o.conexoes : aberta() ? TETO_DE_CONEXOES : CONEXOES_FECHADAS;
        Duration duracao = o.duracao != null ? o.duracao
                : o.cenario == Opcoes.Cenario.rinha2024 ? Rinha2024.REDUZIDA : DURACAO;
        return switch (o.cenario) {
            case rinha2024 -> Rinha2024.carga(o.taxa != null ? o.taxa : Rinha2024.PICO, duracao, conexoes, o.chegadas, o.semente);
            case maxima -> new Modelo.Fechado(conexoes, o.pausa, duracao, 0, Rinha2024.mistura(o.semente));
            case url -> {
                Pedido pedido = pedido(alvo);
                Fonte fonte = () -> pedido;
                yield o.taxa == null ? new Modelo.Fechado(conexoes, o.pausa, duracao, 0, fonte)
                        : new Modelo.Aberto(conexoes, o.chegadas,
                                List.of(new Fluxo("pedidos", Perfil.constante(o.taxa, duracao), fonte)));
            }
        };
    }

    private Pedido pedido(Alvo alvo) {
        String metodo = o.metodo != null ? o.metodo : o.corpo != null ? "POST" : "GET";
        Molde molde = new Molde(metodo + " " + alvo.caminho(), metodo, alvo.caminho(), o.cabecalhos);
        return o.corpo == null ? Pedido.semCorpo(molde) : new Pedido(molde, corpo(), null);
    }

    private byte[] corpo() {
        if (!o.corpo.startsWith("@")) {
            return o.corpo.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Files.readAllBytes(Path.of(o.corpo.substring(1)));
        } catch (IOException e) {
            throw new IllegalArgumentException("--corpo " + o.corpo + ": não consegui ler o arquivo (" + e.getMessage() + ")", e);
        }
    }

    private Conferencia conferencia() {
        if (o.cenario != Opcoes.Cenario.url) {
            return new ConferenciaDaRinha();
        }
        return o.status.isEmpty() ? Conferencia.status(IntStream.range(200, 300).toArray())
                : Conferencia.status(o.status.stream().mapToInt(Integer::intValue).toArray());
    }
}
