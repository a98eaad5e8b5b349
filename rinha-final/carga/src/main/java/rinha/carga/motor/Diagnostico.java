package rinha.carga.motor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.Intervalo;
import rinha.carga.medida.Latencias;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Pausas;
import rinha.carga.medida.Placar;
import rinha.carga.medida.Ritmo;
import rinha.carga.medida.SaudeDoGerador;

/// Julga se os números falam do sistema ou do gerador.
final class Diagnostico {

    /// Acima disto, a thread do gerador não tem folga: a vazão vista é a dela.
    static final double OCUPADO = 0.90;
    /// Parte dos segundos medidos que pode passar do limite sem que se culpe o gerador; um deles sempre pode, salvo se é metade.
    static final double TOLERANCIA = 0.05;
    /// Parte do tempo à espera de um processador que já entra na latência medida.
    static final double DISPUTADO = 0.05;
    /// Atraso do gerador a partir do qual o percentil que o inclui pode mostrar o gerador.
    static final double ATRASO_MS = 1;
    /// O atraso que é menos que esta parte do que se mediu não muda a conclusão, mesmo que passe de 1 ms.
    static final double ATRASO_RELATIVO = 0.10;
    /// O atraso que é mais que esta parte do que se mediu faz do número o do gerador; abaixo dela, o número só o inclui.
    static final double ATRASO_DOMINANTE = 0.50;
    /// Parte do tempo em pausas de coleta que já merece aviso.
    static final double PAUSADO = 0.01;

    private final List<String> gargalos = new ArrayList<>();
    private final List<String> avisos = new ArrayList<>();
    private final Plano plano;
    private final Placar placar;
    private final List<Intervalo> medidos;
    private final Latencias medidas = new Latencias();
    private boolean latenciaAfetada;

    Diagnostico(Plano plano, Placar placar) {
        this.plano = plano;
        this.placar = placar;
        this.medidos = placar.intervalos().stream().filter(i -> !i.aquecimento()).toList();
        placar.rotas().forEach(r -> medidas.somar(r.todas()));
    }

    /// @param segundos tempo medido
    /// @param cpu      segundos de processador do processo
    /// @param bytes    alocação por pedido
    /// @param ritmo    a velocidade da máquina enquanto isso
    SaudeDoGerador saude(double segundos, double cpu, double bytes, Pausas pausas, Ritmo ritmo) {
        ocupacao();
        disputa();
        agenda();
        recursos();
        carga(pausas);
        if (ritmo.pesa()) {
            espera(ritmo.descricao());
        }
        if (pausas.coletasMs() > segundos * 1000 * PAUSADO) {
            espera("O gerador passou %s ms em coletas de lixo: dê mais memória a ele (-Xmx)."
                    .formatted(Numeros.ms(pausas.coletasMs())));
        }
        return new SaudeDoGerador(media(Intervalo::ocupacao), maximo(), media(Intervalo::fila), placar.atrasos(),
                placar.esperaramConexao(), cpu, bytes, pausas, ritmo, latenciaAfetada, gargalos, avisos);
    }

    /// Avisa de uma espera desta máquina que a latência inclui.
    private void espera(String aviso) {
        latenciaAfetada = true;
        avisos.add(aviso);
    }

    private void ocupacao() {
        long cheios = medidos.stream().filter(i -> i.ocupacao() + i.fila() >= OCUPADO).count();
        boolean quaseSempre = cheios * 2 >= medidos.size();
        if (cheios == 0 || !quaseSempre && cheios <= Math.max(1, medidos.size() * TOLERANCIA)) {
            return;
        }
        gargalos.add("A thread do gerador não teve folga em %d de %d segundos (ocupada %s, à espera de processador %s)."
                .formatted(cheios, medidos.size(), Numeros.porcento(media(Intervalo::ocupacao)),
                        Numeros.porcento(media(Intervalo::fila)))
                + (!quaseSempre || media(Intervalo::fila) > DISPUTADO ? "" : " A vazão medida é o teto do gerador nesta máquina."));
    }

    private void disputa() {
        double fila = media(Intervalo::fila);
        if (fila > DISPUTADO) {
            espera(("O gerador esperou por um processador %s do tempo: outros processos o disputam, e essa espera "
                    + "entra na latência. Separe-os, por exemplo com taskset.").formatted(Numeros.porcento(fila)));
        }
    }

    private void agenda() {
        Latencias atrasos = placar.atrasos();
        if (pesa(atrasos.p99Ms(), medidas.p99Ms(), ATRASO_DOMINANTE)) {
            gargalos.add(("O gerador enviou atrasado em relação à agenda: p99 de %s ms, máximo de %s ms. "
                    + "A latência corrigida inclui esse atraso.").formatted(Numeros.ms(atrasos.p99Ms()), Numeros.ms(atrasos.maxMs())));
        } else if (pesa(atrasos.p99Ms(), medidas.p99Ms(), ATRASO_RELATIVO)) {
            espera("O p99 inclui atrasos do gerador: p99 deles de %s ms, máximo de %s ms.".formatted(Numeros.ms(atrasos.p99Ms()), Numeros.ms(atrasos.maxMs())));
        } else if (pesa(atrasos.p999Ms(), medidas.p999Ms(), ATRASO_RELATIVO)) {
            espera("O p99,9 e o máximo incluem atrasos do gerador de até %s ms.".formatted(Numeros.ms(atrasos.maxMs())));
        }
        if (placar.esperaramConexao() > 0) {
            avisos.add(("%s conexão livre na hora marcada: o teto é de %s. A espera está "
                    + "na latência; se não é o que se quer medir, aumente o teto.")
                    .formatted(Numeros.quantos(placar.esperaramConexao(), "pedido não achou", "pedidos não acharam"),
                            Numeros.quantos(plano.modelo().conexoes(), "conexão", "conexões")));
        }
    }

    private static boolean pesa(double atrasoMs, double medidoMs, double parte) {
        return atrasoMs > Math.max(ATRASO_MS, medidoMs * parte);
    }

    private void recursos() {
        placar.erros().stream().filter(e -> e.tipo() == TipoDeErro.SEM_RECURSO_LOCAL).findFirst().ifPresent(e ->
                gargalos.add(("%s por falta de portas ou descritores nesta máquina (%s). "
                        + "Reuse conexões ou abra menos.").formatted(Numeros.quantos(e.quantos(), "pedido falhou", "pedidos falharam"), e.amostras().getFirst().detalhe())));
    }

    /// A carga fechada não tem agenda que acuse um atraso: só o soluço do processo, que pode não ter pegado um pedido.
    private void carga(Pausas pausas) {
        if (plano.modelo() instanceof Modelo.Fechado) {
            if (pesa(pausas.solucos().maxMs(), medidas.maxMs(), ATRASO_RELATIVO)) {
                avisos.add("O máximo pode incluir soluços desta máquina de até %s ms.".formatted(Numeros.ms(pausas.solucos().maxMs())));
            }
            avisos.add("Carga fechada: quando o sistema engasga, o gerador para de pedir. A vazão vale; os percentis não "
                    + "preveem o que um público que não espera veria.");
        }
    }

    private double media(ToDoubleFunction<Intervalo> campo) {
        double segundos = medidos.stream().mapToDouble(Intervalo::segundos).sum();
        return segundos == 0 ? 0
                : medidos.stream().mapToDouble(i -> campo.applyAsDouble(i) * i.segundos()).sum() / segundos;
    }

    private double maximo() {
        return medidos.stream().mapToDouble(Intervalo::ocupacao).max().orElse(0);
    }
}
