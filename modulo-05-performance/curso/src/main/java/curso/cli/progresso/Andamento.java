package curso.cli.progresso;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import curso.bancada.correcao.Situacao;

/// Como está um exercício: a última correção, quantas foram, dicas vistas e quando passou (nulo se não passou).
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Andamento(Situacao situacao, int correcoes, int dicas, String ultimaEm, String passouEm) {

    public static final Andamento INTOCADO = new Andamento(Situacao.A_FAZER, 0, 0, null, null);

    public Andamento {
        situacao = situacao == null ? Situacao.A_FAZER : situacao;
    }

    /// Passar uma vez vale: quem volta a mexer num exercício pronto não perde o que já mostrou.
    @JsonIgnore
    public boolean passou() {
        return passouEm != null;
    }

    @JsonIgnore
    public boolean comecou() {
        return passou() || situacao != Situacao.A_FAZER;
    }

    public Andamento corrigido(Situacao nova, String quando) {
        var passou = nova == Situacao.PASSOU && passouEm == null ? quando : passouEm;
        return new Andamento(nova, correcoes + 1, dicas, quando, passou);
    }

    public Andamento comDica(int nivel) {
        return new Andamento(situacao, correcoes, Math.max(dicas, nivel), ultimaEm, passouEm);
    }

    public Andamento reiniciado() {
        return new Andamento(Situacao.A_FAZER, correcoes, 0, ultimaEm, null);
    }
}
