package exemplos.{{pacote}};

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Comparacao;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.time.Duration;
import java.util.stream.LongStream;

/// Modelo de experimento: troque a pergunta, as variantes e a afirmação pelas da aula.
public final class SomaDePrecosExperimento implements Experimento {

    private static final Ficha FICHA = new Ficha("{{numero}}", "soma-de-precos",
            "Somar em paralelo compensa?", "Quantas vezes mais rápido é somar em paralelo?", Duration.ofSeconds(5));

    @Override
    public Ficha ficha() {
        return FICHA;
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        long ate = ambiente.curto() ? 10_000 : 20_000_000;
        ambiente.progresso("somando até " + ate);
        var comparacao = Comparacao.emPares(ambiente.curto() ? 2 : 10,
                () -> nanos(LongStream.rangeClosed(1, ate)), () -> nanos(LongStream.rangeClosed(1, ate).parallel()));
        return Resultado.de(FICHA)
                .tabela(Tabela.de("Tempo de uma soma", "variante", Coluna.de("tempo (ms)", 3))
                        .linha("em sequência", comparacao.medianaA() / 1e6)
                        .linha("em paralelo", comparacao.medianaB() / 1e6)
                        .barras("tempo (ms)"))
                .respostaDoPalpite(1 / comparacao.razao(), "vezes")
                .nota("Olhe quantos núcleos a máquina tem antes de julgar.")
                .pronto();
    }

    private static double nanos(LongStream numeros) {
        long inicio = System.nanoTime();
        if (numeros.sum() <= 0) {
            throw new IllegalStateException("a soma transbordou");
        }
        return System.nanoTime() - inicio;
    }
}
