package curso.bancada.correcao;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// O veredito de um exercício.
///
/// `saida` traz o fim do que o código escreveu no console. `motivo` só existe quando a correção foi
/// [Situacao#INTERROMPIDO]. `threadsPresas` diz que o código deixou threads vivas depois dos testes.
public record Veredito(String exercicio, Situacao situacao, List<ResultadoDeTeste> testes,
        List<ErroDeCompilacao> erros, String saida, String motivo, boolean threadsPresas) {

    public Veredito {
        testes = List.copyOf(testes);
        erros = List.copyOf(erros);
    }

    static Veredito naoCompila(String exercicio, List<ErroDeCompilacao> erros) {
        return new Veredito(exercicio, Situacao.NAO_COMPILA, List.of(), erros, "", "", false);
    }

    static Veredito interrompido(String exercicio, List<ResultadoDeTeste> ateAqui, String motivo) {
        return new Veredito(exercicio, Situacao.INTERROMPIDO, ateAqui, List.of(), "", motivo, true);
    }

    static Veredito de(String exercicio, List<ResultadoDeTeste> testes, String saida, boolean threadsPresas) {
        return new Veredito(exercicio, situacaoDe(testes), testes, List.of(), saida, "", threadsPresas);
    }

    private static Situacao situacaoDe(List<ResultadoDeTeste> testes) {
        if (testes.isEmpty()) {
            throw new IllegalArgumentException("nenhum teste foi executado: a classe de teste tem métodos @Test?");
        }
        if (testes.stream().anyMatch(t -> t.estado() == ResultadoDeTeste.Estado.FALHOU)) {
            return Situacao.FALHOU;
        }
        boolean porFazer = testes.stream().anyMatch(t -> t.estado() == ResultadoDeTeste.Estado.A_FAZER);
        return porFazer ? Situacao.A_FAZER : Situacao.PASSOU;
    }

    /// Os métodos de teste que falharam, em ordem alfabética.
    @JsonIgnore
    public Set<String> falhas() {
        return testes.stream()
                .filter(t -> t.estado() == ResultadoDeTeste.Estado.FALHOU)
                .map(ResultadoDeTeste::metodo)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Quantos testes passaram.
    @JsonIgnore
    public long passaram() {
        return testes.stream().filter(t -> t.estado() == ResultadoDeTeste.Estado.PASSOU).count();
    }
}
