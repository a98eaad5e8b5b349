package rinha.carga.motor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rinha.carga.Alvo;
import rinha.carga.Conferencia;
import rinha.carga.Perfil;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Pausas;
import rinha.carga.medida.Placar;
import rinha.carga.medida.Ritmo;
import rinha.carga.medida.SaudeDoGerador;

@DisplayName("Diagnóstico: de quem é o limite que os números mostram")
class DiagnosticoTest {

    private static final long SEGUNDO = 1_000_000_000;
    private static final Alvo ALVO = Alvo.de("http://127.0.0.1:1");
    private static final Pausas SEM_PAUSAS = new Pausas(0, 0, 0, new Latencias());
    private static final Ritmo NO_RITMO = new Ritmo(1_000, 0.005, 1.3, new Latencias());
    private final Placar placar = new Placar(0, instante -> true);

    private SaudeDoGerador saude(Pausas pausas) {
        return saude(pausas, NO_RITMO);
    }

    private SaudeDoGerador saude(Pausas pausas, Ritmo ritmo) {
        Plano plano = Plano.de(ALVO, Cargas.aberto(8, Perfil.constante(10, Duration.ofSeconds(10))), Conferencia.status(200));
        return new Diagnostico(plano, placar).saude(10, 1, 100, pausas, ritmo);
    }

    private void intervalos(int quantos, double ocupacao, double fila) {
        int antes = placar.intervalos().size();
        for (int i = 1; i <= quantos; i++) {
            placar.fecharIntervalo((antes + i) * SEGUNDO, ocupacao, fila);
        }
    }

    @Test
    @DisplayName("com folga e em dia, não culpa o gerador")
    void naoAcusa_quandoHaFolga() {
        placar.devido(0, 100_000);
        intervalos(10, 0.6, 0.01);
        SaudeDoGerador saude = saude(SEM_PAUSAS);
        assertThat(saude.foiOGargalo()).isFalse();
        assertThat(saude.avisos()).isEmpty();
        assertThat(saude.latenciaAfetada()).isFalse();
        assertThat(saude.ocupacao()).isBetween(0.59, 0.61);
    }

    @Test
    @DisplayName("sem folga em boa parte dos segundos, diz que a vazão é o teto do gerador")
    void acusaAOcupacao_quandoNaoHaFolga() {
        intervalos(5, 0.97, 0.01);
        intervalos(5, 0.50, 0);
        assertThat(saude(SEM_PAUSAS).gargalos()).singleElement().asString().contains("5 de 10", "teto do gerador");
    }

    @Test
    @DisplayName("um segundo cheio em trinta é tolerado")
    void tolera_quandoSoUmSegundoEncheu() {
        intervalos(1, 0.99, 0);
        intervalos(29, 0.50, 0);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
    }

    @Test
    @DisplayName("numa carga curta, um segundo cheio também é tolerado; dois são dele, sem chamar a vazão de teto")
    void toleraUmSegundo_quandoACargaECurta() {
        intervalos(1, 0.99, 0);
        intervalos(9, 0.50, 0);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
        intervalos(1, 0.99, 0);
        assertThat(saude(SEM_PAUSAS).gargalos()).singleElement().asString().contains("2 de 11").doesNotContain("teto do gerador");
    }

    @Test
    @DisplayName("se o único segundo medido encheu, a culpa é do gerador")
    void acusa_quandoOUnicoSegundoEncheu() {
        intervalos(1, 0.99, 0);
        assertThat(saude(SEM_PAUSAS).gargalos()).singleElement().asString().contains("teto do gerador");
    }

    @Test
    @DisplayName("ocupado pouco mas à espera de processador: o problema são os vizinhos, e não o teto")
    void apontaOsVizinhos_quandoFaltaProcessador() {
        intervalos(10, 0.30, 0.65);
        SaudeDoGerador saude = saude(SEM_PAUSAS);
        assertThat(saude.gargalos()).singleElement().asString().doesNotContain("teto do gerador");
        assertThat(saude.avisos()).singleElement().asString().contains("disputam");
    }

    @Test
    @DisplayName("processador disputado, coletas e máquina lenta entram na latência; a espera por conexão e a carga fechada, não")
    void dizQueALatenciaFoiAfetada_quandoAMaquinaFezEsperar() {
        intervalos(10, 0.30, 0.04);
        placar.esperaConexao(0);
        assertThat(saude(SEM_PAUSAS).avisos()).isNotEmpty();
        assertThat(saude(SEM_PAUSAS).latenciaAfetada()).isFalse();
        assertThat(fechada(0).avisos()).isNotEmpty();
        assertThat(fechada(0).latenciaAfetada()).isFalse();
        assertThat(saude(new Pausas(3, 101, 50, new Latencias())).latenciaAfetada()).isTrue();
        assertThat(saude(SEM_PAUSAS, new Ritmo(1_000, 0.13, 4.5, new Latencias())).latenciaAfetada()).isTrue();
        intervalos(10, 0.30, 0.10);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
        assertThat(saude(SEM_PAUSAS).latenciaAfetada()).isTrue();
    }

    @Test
    @DisplayName("agenda atrasada no p99 é culpa do gerador; só no máximo, não")
    void acusaAAgenda_quandoOAtrasoEFrequente() {
        for (int i = 0; i < 1000; i++) {
            placar.devido(0, i < 5 ? 20_000_000 : 50_000);
        }
        intervalos(10, 0.2, 0);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
        for (int i = 0; i < 100; i++) {
            placar.devido(0, 20_000_000);
        }
        assertThat(saude(SEM_PAUSAS).gargalos()).singleElement().asString().contains("atrasado em relação à agenda");
    }

    @Test
    @DisplayName("agenda atrasada no p99, mas menos que metade do p99 medido: o número é do sistema, e inclui o atraso")
    void avisa_quandoOAtrasoEMenosQueAMetade() {
        for (int i = 0; i < 1000; i++) {
            placar.devido(0, i < 100 ? 2_000_000 : 50_000);
        }
        medir(1000, 16_000_000);
        intervalos(10, 0.2, 0);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
        assertThat(saude(SEM_PAUSAS).latenciaAfetada()).isTrue();
        assertThat(saude(SEM_PAUSAS).avisos()).singleElement().asString().contains("O p99 inclui atrasos do gerador: p99 deles de 2,0");
        for (int i = 0; i < 100; i++) {
            placar.devido(0, 9_000_000);
        }
        assertThat(saude(SEM_PAUSAS).gargalos()).singleElement().asString().contains("atrasado em relação à agenda");
    }

    private void medir(int quantas, long latencia) {
        for (int i = 0; i < quantas; i++) {
            placar.semResposta(Cargas.GET.proximo(), TipoDeErro.TIMEOUT, "x", 0, latencia, latencia);
        }
    }

    @Test
    @DisplayName("atraso raro da agenda não muda o p99, mas está no p99,9 e no máximo, e isso é dito")
    void avisaOsDeCima_quandoOAtrasoERaro() {
        for (int i = 0; i < 1000; i++) {
            placar.devido(0, i < 5 ? 20_000_000 : 50_000);
        }
        medir(1000, 30_000_000);
        intervalos(10, 0.2, 0);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
        assertThat(saude(SEM_PAUSAS).latenciaAfetada()).isTrue();
        assertThat(saude(SEM_PAUSAS).avisos()).singleElement().asString()
                .contains("O p99,9 e o máximo incluem atrasos do gerador de até 20,0 ms");
    }

    @Test
    @DisplayName("atraso raro que é menos de um décimo do p99,9 medido não é avisado")
    void naoAvisa_quandoOAtrasoRaroEPequenoPertoDoP999() {
        for (int i = 0; i < 1000; i++) {
            placar.devido(0, i < 5 ? 20_000_000 : 50_000);
        }
        medir(1000, 300_000_000);
        intervalos(10, 0.2, 0);
        assertThat(saude(SEM_PAUSAS).avisos()).isEmpty();
    }

    @Test
    @DisplayName("na carga fechada, o soluço que pesa perto do máximo medido é avisado; o pequeno, não")
    void avisaOSoluco_quandoACargaEFechada() {
        medir(10, 60_000_000);
        intervalos(10, 0.2, 0);
        assertThat(fechada(50_000_000).avisos()).anyMatch(a -> a.contains("O máximo pode incluir soluços desta máquina de até 50,0 ms"));
        assertThat(fechada(5_000_000).avisos()).noneMatch(a -> a.contains("soluços"));
    }

    private SaudeDoGerador fechada(long soluco) {
        Latencias solucos = new Latencias();
        solucos.registrar(soluco);
        Plano plano = Plano.de(ALVO, Cargas.fechado(8, 0), Conferencia.status(200));
        return new Diagnostico(plano, placar).saude(10, 1, 100, new Pausas(0, 0, 0, solucos), NO_RITMO);
    }

    @Test
    @DisplayName("atraso pequeno perto da latência medida não muda a conclusão, e não é acusado")
    void naoAcusa_quandoOAtrasoEPequenoPertoDaLatencia() {
        for (int i = 0; i < 100; i++) {
            placar.devido(0, 5_000_000);
            placar.semResposta(Cargas.GET.proximo(), TipoDeErro.TIMEOUT, "x", 0, 1_000_000_000, 1_000_000_000);
        }
        intervalos(10, 0.2, 0);
        assertThat(saude(SEM_PAUSAS).foiOGargalo()).isFalse();
    }

    @Test
    @DisplayName("falta de portas locais é do gerador, não do servidor")
    void acusaAsPortas_quandoFaltamNestaMaquina() {
        placar.semResposta(Cargas.GET.proximo(), TipoDeErro.SEM_RECURSO_LOCAL, "Cannot assign requested address", 0, 0, 1);
        intervalos(10, 0.2, 0);
        assertThat(saude(SEM_PAUSAS).gargalos()).singleElement().asString().contains("portas", "Cannot assign");
    }

    @Test
    @DisplayName("coletas que somam mais de 1% do tempo são avisadas")
    void avisa_quandoAsColetasPesam() {
        intervalos(10, 0.2, 0);
        assertThat(saude(new Pausas(3, 99, 50, new Latencias())).avisos()).isEmpty();
        assertThat(saude(new Pausas(3, 101, 50, new Latencias())).avisos()).singleElement().asString().contains("coletas de lixo");
    }

    @Test
    @DisplayName("máquina lenta em mais de 1% do tempo: diz que o p99 a inclui, e qual foi longe dela")
    void avisa_quandoAMaquinaAndouDevagar() {
        intervalos(10, 0.2, 0);
        Latencias fora = new Latencias();
        for (int i = 0; i < 100; i++) {
            fora.registrar(3_000_000);
        }
        assertThat(saude(SEM_PAUSAS, new Ritmo(1_000, 0.13, 4.5, fora)).avisos()).singleElement().asString()
                .contains("13% do tempo", "4,5 vezes", "o p99 foi de 3,00 ms");
        Latencias poucos = new Latencias();
        poucos.registrar(3_000_000);
        assertThat(saude(SEM_PAUSAS, new Ritmo(1_000, 0.13, 4.5, poucos)).avisos()).singleElement().asString().doesNotContain("Longe deles");
        assertThat(saude(SEM_PAUSAS, new Ritmo(1_000, 1, 4.5, new Latencias())).avisos()).singleElement().asString()
                .doesNotContain("Longe deles");
    }

    @Test
    @DisplayName("os segundos de aquecimento não entram no julgamento")
    void ignoraOAquecimento_quandoJulga() {
        Placar comAquecimento = new Placar(2 * SEGUNDO, instante -> true);
        comAquecimento.fecharIntervalo(SEGUNDO, 1, 0);
        comAquecimento.fecharIntervalo(2 * SEGUNDO, 1, 0);
        comAquecimento.fecharIntervalo(3 * SEGUNDO, 0.1, 0);
        Plano plano = Plano.de(ALVO, Cargas.aberto(8, Perfil.constante(10, Duration.ofSeconds(1))), Conferencia.status(200));
        assertThat(new Diagnostico(plano, comAquecimento).saude(1, 1, 1, SEM_PAUSAS, NO_RITMO).foiOGargalo()).isFalse();
    }
}
