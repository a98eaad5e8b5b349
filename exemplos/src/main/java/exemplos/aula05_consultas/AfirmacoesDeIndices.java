package exemplos.aula05_consultas;

import curso.bancada.medicao.Numeros;
import curso.bancada.medicao.Resultado;
import exemplos.aula05_consultas.IndicesExperimento.Caso;
import java.util.List;
import java.util.Map;

/// O que [IndicesExperimento] afirma: tudo por contagem de páginas e pelo plano, nada pelo relógio.
final class AfirmacoesDeIndices {
    private static final double KIB = 1024;

    private AfirmacoesDeIndices() {}

    static Resultado.Construtor julgar(Resultado.Construtor resultado, List<Caso> casos, Map<String, Caso> dias, Caso inteiro, Caso parcial) {
        var semIndice = casos.getFirst();
        var trocado = casos.get(2);
        var composto = casos.get(4);
        var cobre = casos.getLast();
        return resultado
                .afirmar("sem índice, a consulta varre a tabela", semIndice.plano().temVarreduraSequencial("leituras"), paginas(semIndice))
                .afirmar("o composto na ordem certa lê menos páginas que cada coluna sozinha",
                        menos(composto, casos.get(1)) && menos(composto, casos.get(3)),
                        "%s contra %s e %s".formatted(paginas(composto), paginas(casos.get(1)), paginas(casos.get(3))))
                .afirmar("o índice que cobre dispensa a tabela e lê menos páginas que o mesmo índice sem o valor",
                        cobre.plano().tiposDeNo().contains("Index Only Scan") && menos(cobre, composto),
                        "%s contra %s".formatted(paginas(cobre), paginas(composto)))
                .afirmar("com as colunas trocadas, o mesmo índice lê ao menos 5 vezes mais páginas",
                        trocado.plano().buffersTocados() >= 5 * cobre.plano().buffersTocados(),
                        "%s contra %s".formatted(paginas(trocado), paginas(cobre)))
                .afirmar("com a função sobre a coluna, o índice existe e não é usado; com o intervalo, é",
                        dias.get("função").plano().indicesUsados().isEmpty() && !dias.get("intervalo").plano().indicesUsados().isEmpty(),
                        "%s contra %s".formatted(paginas(dias.get("função")), paginas(dias.get("intervalo"))))
                .afirmar("o índice parcial ocupa ao menos 20 vezes menos e lê tão poucas páginas quanto o inteiro",
                        inteiro.bytes() >= 20 * parcial.bytes() && parcial.plano().buffersTocados() <= inteiro.plano().buffersTocados(),
                        "%s contra %s KiB; %s contra %s".formatted(Numeros.comCasas(parcial.bytes() / KIB, 0), Numeros.comCasas(inteiro.bytes() / KIB, 0), paginas(parcial), paginas(inteiro)))
                .respostaDoPalpite((double) semIndice.plano().buffersTocados() / cobre.plano().buffersTocados(), "vezes");
    }

    private static boolean menos(Caso a, Caso b) {
        return a.plano().buffersTocados() < b.plano().buffersTocados();
    }

    private static String paginas(Caso caso) {
        return Numeros.comCasas(caso.plano().buffersTocados(), 0) + " páginas";
    }
}
