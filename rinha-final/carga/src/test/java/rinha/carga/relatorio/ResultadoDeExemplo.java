package rinha.carga.relatorio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import rinha.carga.Alvo;
import rinha.carga.Chegadas;
import rinha.carga.Conferencia;
import rinha.carga.Fluxo;
import rinha.carga.Modelo;
import rinha.carga.Molde;
import rinha.carga.Pedido;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.Resposta;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Pausas;
import rinha.carga.medida.Placar;
import rinha.carga.medida.Resultado;
import rinha.carga.medida.Ritmo;
import rinha.carga.medida.SaudeDoGerador;

/// Resultado montado à mão, pelo mesmo placar que a carga usa.
public final class ResultadoDeExemplo {

    private static final long MS = 1_000_000;
    private static final Pedido DEBITO = Pedido.com(Molde.postJson("débito", "/d"), "<script>alert('{{plano}}')");
    private static final Pedido EXTRATO = Pedido.semCorpo(Molde.get("extrato", "/e"));

    private ResultadoDeExemplo() {
    }

    private record Pronta(int status, long latencia, long servico) implements Resposta {
        @Override
        public byte[] area() {
            return new byte[0];
        }

        @Override
        public int tamanho() {
            return 0;
        }
    }

    /// Mil respostas de 1 a 1000 ms em dez segundos, metade em cada rota, e uma conexão que caiu.
    public static Resultado criar() {
        Placar placar = new Placar(0, instante -> true);
        for (int i = 1; i <= 1_000; i++) {
            long agora = i * 10L * MS;
            placar.devido(agora, agora + MS / 20);
            placar.enviado(agora);
            placar.respondido(i % 2 == 0 ? DEBITO : EXTRATO, new Pronta(200, i * MS, MS), Veredito.ACEITO, agora, agora);
            if (i % 100 == 0) {
                placar.fecharIntervalo(agora, 0.3, 0.01);
            }
        }
        placar.semResposta(DEBITO, TipoDeErro.CONEXAO_CAIU, "o servidor fechou", 9_999 * MS, MS, 10_000 * MS);
        return resultado(placar);
    }

    /// Dez segundos de aquecimento, com 900 ms e uma queda, e 290 segundos de 7 ms: mais do que cabe num gráfico.
    static Resultado longo() {
        Placar placar = new Placar(10_000 * MS, instante -> true);
        placar.semResposta(DEBITO, TipoDeErro.CONEXAO_CAIU, "o servidor fechou", 0, MS, MS);
        for (int s = 1; s <= 300; s++) {
            long agora = s * 1_000L * MS;
            placar.respondido(EXTRATO, new Pronta(200, (s <= 10 ? 900 : 7) * MS, MS), Veredito.ACEITO, agora - MS, agora);
            placar.fecharIntervalo(agora, 0.3, 0.01);
        }
        return resultado(placar, Duration.ofSeconds(10), false, List.of());
    }

    static Resultado julgado(boolean latenciaAfetada, String... gargalos) {
        return resultado(new Placar(0, instante -> true), Duration.ZERO, latenciaAfetada, List.of(gargalos));
    }

    public static Resultado semRespostas() {
        Placar placar = new Placar(0, instante -> true);
        placar.fecharIntervalo(1_000 * MS, 0, 0);
        return resultado(placar);
    }

    private static Resultado resultado(Placar placar) {
        return resultado(placar, Duration.ZERO, false, List.of());
    }

    private static Resultado resultado(Placar placar, Duration aquecimento, boolean latenciaAfetada, List<String> gargalos) {
        return resultado(placar, aquecimento, latenciaAfetada, gargalos, false);
    }

    static Resultado interrompido() {
        return resultado(new Placar(0, instante -> true), Duration.ZERO, false, List.of(), true);
    }

    private static Resultado resultado(Placar placar, Duration aquecimento, boolean latenciaAfetada, List<String> gargalos, boolean interrompida) {
        Modelo modelo = new Modelo.Aberto(8, Chegadas.REGULARES,
                List.of(new Fluxo("pedidos", Perfil.constante(100, Duration.ofSeconds(10)), () -> DEBITO)));
        Plano plano = Plano.de(Alvo.de("http://127.0.0.1:9999"), modelo, Conferencia.status(200)).comAquecimento(aquecimento);
        SaudeDoGerador saude = new SaudeDoGerador(0.3, 0.4, 0.01, placar.atrasos(), 0, 1.5, 200,
                new Pausas(1, 2, 2, new Latencias()), new Ritmo(1_000, 0.125, 4.5, placar.foraDoLento()), latenciaAfetada, gargalos, List.of());
        return new Resultado(plano, Instant.parse("2026-11-21T12:00:00Z"), 10, placar.enviados(), placar.rotas(),
                placar.erros(), placar.errosNoAquecimento(), placar.intervalos(), saude, interrompida, interrompida ? 1 : 0);
    }
}
