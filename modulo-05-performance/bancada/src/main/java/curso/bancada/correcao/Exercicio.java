package curso.bancada.correcao;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Marca o que o aluno ainda não começou.
///
/// Enquanto a chamada a [#aFazer(String)] estiver no código, os testes do exercício são pulados e
/// aparecem como «a fazer». Isso vale também quando a chamada acontece em outra thread, dentro de um
/// future ou debaixo de um `catch`: a chamada fica registrada, e quem julga é o registro.
public final class Exercicio {

    private static final Set<String> CHAMADOS = ConcurrentHashMap.newKeySet();

    private Exercicio() {}

    /// Interrompe o teste em curso: o exercício `numero` (por exemplo `"03.1"`) está por fazer.
    ///
    /// Serve como comando (`Exercicio.aFazer("03.1");`) ou como valor de qualquer tipo
    /// (`return Exercicio.aFazer("03.1");`). Nunca retorna: lança [ExercicioAFazer].
    public static <T> T aFazer(String numero) {
        CHAMADOS.add(numero);
        throw new ExercicioAFazer(numero);
    }

    static void esquecer(String numero) {
        CHAMADOS.remove(numero);
    }

    static boolean chamado(String numero) {
        return CHAMADOS.contains(numero);
    }
}
