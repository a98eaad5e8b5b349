package exemplos.aula03_pool;

import curso.bancada.medicao.Carga;
import curso.bancada.medicao.Estatistica;
import curso.bancada.medicao.Latencias;
import curso.bancada.medicao.Tabela;
import java.util.ArrayList;
import java.util.List;

/// As medidas repetidas de uma variante.
final class Rodadas {

    private final List<Carga.Medida> medidas = new ArrayList<>();

    void guardar(Carga.Medida medida) {
        medidas.add(medida);
    }

    double[] vazoes() {
        return medidas.stream().mapToDouble(Carga.Medida::vazao).toArray();
    }

    /// Acrescenta a vazão mediana e os percentis de todas as rodadas: o p99 de poucas dezenas de requisições seria só a pior.
    Tabela linha(Tabela tabela, String nome) {
        var latencias = Latencias.juntas(medidas.stream().map(Carga.Medida::latencias).toList());
        return tabela.linha(nome, Estatistica.mediana(vazoes()), latencias.p50Ms(), latencias.p99Ms());
    }
}
