package exercicios.aula01_threads;

import curso.bancada.correcao.Intercalacao;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/// O somador do aluno com pausas sorteadas entre um acesso e outro: quem lê o total num passo e o escreve em outro aparece.
final class SomadorIntercalado {

    private static final int RODADAS = 20;

    private SomadorIntercalado() {}

    /// As somas de 1 a `ate`, cada número valendo ele mesmo; para na primeira que erra.
    static List<Object> somas(Class<?> doAluno, int nucleos, long ate) throws Exception {
        Class<?> copia = Intercalacao.copia(doAluno);
        Class<?> parcela = copia.getClassLoader().loadClass(doAluno.getName() + "$Parcela");
        Object identidade = Proxy.newProxyInstance(copia.getClassLoader(), new Class<?>[] {parcela}, (este, metodo, argumentos) -> switch (metodo.getName()) {
            case "de" -> argumentos[0];
            case "hashCode" -> System.identityHashCode(este);
            case "equals" -> este == argumentos[0];
            default -> "identidade";
        });
        var somar = copia.getMethod("somar", long.class, long.class, parcela);
        long certa = ate * (ate + 1) / 2;
        List<Object> vistas = new ArrayList<>();
        try {
            do {
                vistas.add(somar.invoke(copia.getConstructor(int.class).newInstance(nucleos), 1L, ate, identidade));
            } while (vistas.size() < RODADAS && vistas.getLast().equals(certa));
            return vistas;
        } catch (InvocationTargetException e) {
            return Cliente.lancar(e.getCause());
        }
    }
}
