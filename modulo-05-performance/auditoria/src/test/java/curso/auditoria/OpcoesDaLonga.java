package curso.auditoria;

import java.util.List;
import java.util.Set;

/// O que a auditoria longa repete e em que condições, lido das propriedades `-Dauditoria.…` da linha de comando.
///
/// @param repeticoes `auditoria.repeticoes`: quantas vezes cada solução e cada armadilha são corrigidas; 20 se nada se diz
/// @param exercicios `auditoria.exercicios`: os números separados por vírgula; vazio quer dizer todos
/// @param carga      `auditoria.carga`: quantas threads ocupam o processador enquanto isso; 0 se nada se diz
record OpcoesDaLonga(int repeticoes, Set<String> exercicios, int carga) {

    private static final int REPETICOES = 20;
    private static final int CARGA_MAXIMA = 64;

    OpcoesDaLonga {
        exigir(repeticoes >= 1 && repeticoes <= 1_000, "auditoria.repeticoes=" + repeticoes + ": vai de 1 a 1000");
        exigir(carga >= 0 && carga <= CARGA_MAXIMA, "auditoria.carga=" + carga + ": vai de 0 a " + CARGA_MAXIMA);
        exercicios = Set.copyOf(exercicios);
    }

    static OpcoesDaLonga doSistema() {
        String lista = System.getProperty("auditoria.exercicios", "").strip();
        var opcoes = new OpcoesDaLonga(Integer.getInteger("auditoria.repeticoes", REPETICOES),
                lista.isEmpty() ? Set.of() : Set.of(lista.split("\\s*,\\s*")), Integer.getInteger("auditoria.carga", 0));
        opcoes.exigirQueExistam(CursoInteiro.exercicios());
        return opcoes;
    }

    List<CursoInteiro.Item> escolhidos(List<CursoInteiro.Item> todos) {
        return todos.stream().filter(i -> exercicios.isEmpty() || exercicios.contains(i.ficha().numero())).toList();
    }

    void exigirQueExistam(List<CursoInteiro.Item> todos) {
        var numeros = todos.stream().map(i -> i.ficha().numero()).toList();
        exigir(numeros.containsAll(exercicios), "auditoria.exercicios=" + exercicios + ": os que existem são " + numeros);
    }

    private static void exigir(boolean condicao, String regra) {
        if (!condicao) {
            throw new IllegalArgumentException(regra);
        }
    }
}
