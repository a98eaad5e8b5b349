package curso.bancada.medicao;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Exerce uma operação com vários clientes e mede vazão e latência.
///
/// É carga **fechada**: cada cliente só pede de novo depois da resposta. Quando o sistema engasga, os
/// clientes param de pedir, e os percentis ficam melhores do que um público que não espera veria
/// (omissão coordenada: Gil Tene, *How NOT to Measure Latency*, 2015). Serve para comparar variantes
/// sob a mesma pressão, não para prever a latência de um serviço aberto.
public final class Carga {

    private static final Duration FOLGA = Duration.ofSeconds(10);

    private Carga() {
    }

    /// O que uma carga mediu, sem o aquecimento.
    ///
    /// @param vazao     operações que deram certo e terminaram dentro da duração, por segundo; se nenhuma terminou, as
    ///                  medidas divididas pelo tempo até a última
    /// @param latencias latências das operações que deram certo
    /// @param erros     operações que lançaram exceção
    public record Medida(double vazao, Latencias latencias, Erros erros) {

        /// Devolve a própria medida, ou falha com o primeiro erro como causa se houve algum.
        public Medida semErros() {
            if (erros.total() > 0) {
                throw new IllegalStateException("a carga teve %d erros: %s".formatted(erros.total(), erros.porTipo()),
                        erros.primeiros().getFirst());
            }
            return this;
        }
    }

    /// Erros contados por tipo de exceção; os primeiros ficam guardados.
    public record Erros(long total, Map<String, Long> porTipo, List<Exception> primeiros) {
        public Erros {
            porTipo = Map.copyOf(porTipo);
            primeiros = List.copyOf(primeiros);
        }
    }

    /// Mede `duracao` de carga depois de um aquecimento de um quarto dela.
    public static Medida fechada(int clientes, Duration duracao, Operacao operacao) throws Exception {
        return fechada(clientes, duracao.dividedBy(4), duracao, operacao);
    }

    /// Mede `duracao` de carga depois de `aquecimento`, com uma thread virtual por cliente; cada cliente mede ao menos
    /// uma operação.
    ///
    /// Não espera para sempre: dez segundos depois do fim, um cliente que não voltou é interrompido e a carga falha.
    ///
    /// @throws IllegalStateException se um cliente não volta
    public static Medida fechada(int clientes, Duration aquecimento, Duration duracao, Operacao operacao)
            throws Exception {
        var tempos = new CargaFechada.Tempos(aquecimento, duracao, FOLGA);
        return new CargaFechada(clientes, tempos, System::nanoTime, operacao).executar();
    }
}
