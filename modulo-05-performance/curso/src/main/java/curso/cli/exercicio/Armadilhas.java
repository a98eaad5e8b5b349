package curso.cli.exercicio;

import curso.bancada.catalogo.Armadilha;
import curso.bancada.correcao.Situacao;
import curso.bancada.correcao.Veredito;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha.Exercicio;
import java.util.Optional;

/// Reconhece o erro de um aluno entre as soluções erradas que o curso conhece.
public final class Armadilhas {

    private Armadilhas() {
    }

    /// A armadilha em que o código caiu, se as falhas são exatamente as de uma só.
    ///
    /// Duas com as mesmas falhas não se distinguem: explicar a errada atrapalha mais do que calar.
    public static Optional<Armadilha> emQueCaiu(Contexto contexto, Exercicio exercicio, Veredito veredito) {
        if (veredito.situacao() != Situacao.FALHOU) {
            return Optional.empty();
        }
        var iguais = contexto.casa().armadilhas(exercicio.ficha()).stream()
                .filter(a -> a.combinaCom(veredito.falhas())).toList();
        return iguais.size() == 1 ? Optional.of(iguais.getFirst()) : Optional.empty();
    }
}
