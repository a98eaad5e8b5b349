package curso.bancada.medicao;

/// Cabeçalho de uma coluna de números e quantas casas decimais ela mostra.
///
/// A unidade vem no cabeçalho: entre parênteses, como em `p99 (ms)`, ou é o cabeçalho inteiro, como em `ops/s`.
///
/// @param cabecalho texto do cabeçalho
/// @param casas     casas decimais, de 0 a 9
public record Coluna(String cabecalho, int casas) {

    public Coluna {
        Exigir.texto(cabecalho, "cabeçalho da coluna");
        Exigir.que(casas >= 0 && casas <= 9, "casas decimais da coluna «%s»: %d; vai de 0 a 9", cabecalho, casas);
    }

    public static Coluna de(String cabecalho, int casas) {
        return new Coluna(cabecalho, casas);
    }

    /// Devolve a unidade, que está no cabeçalho.
    public String unidade() {
        var abre = cabecalho.lastIndexOf('(');
        return abre >= 0 && cabecalho.endsWith(")") ? cabecalho.substring(abre + 1, cabecalho.length() - 1) : cabecalho;
    }

    /// Devolve o cabeçalho sem a unidade entre parênteses.
    public String nome() {
        var unidade = unidade();
        return unidade.equals(cabecalho) ? cabecalho
                : cabecalho.substring(0, cabecalho.length() - unidade.length() - 2).strip();
    }

    /// Escreve um valor desta coluna em português: `1.234,5`.
    public String texto(double valor) {
        return Numeros.comCasas(valor, casas);
    }
}
