package exercicios.aula01_threads;

import curso.bancada.correcao.Intercalacao;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// O buscador do aluno com pausas sorteadas entre um acesso e outro: quem compara num passo e guarda em outro aparece.
final class BuscadorIntercalado {

    /// Com oito respostas, um buscador que compara num passo e guarda em outro erra perto de metade das buscas.
    private static final int RODADAS = 40;
    private static final Duration FOLGADO = Duration.ofMinutes(1);

    private final Class<?> copia;
    private final Class<?> fornecedor;

    private BuscadorIntercalado(Class<?> doAluno) throws ClassNotFoundException {
        copia = Intercalacao.copia(doAluno);
        fornecedor = copia.getClassLoader().loadClass(doAluno.getName() + "$Fornecedor");
    }

    /// O menor preço de cada busca entre fornecedores que respondem juntos; para na primeira busca que erra.
    static List<Object> menores(Class<?> doAluno, List<Long> precos) throws Exception {
        var buscador = new BuscadorIntercalado(doAluno);
        // Um compasso para todas as buscas: quem consulta um de cada vez o quebra uma vez só.
        var compasso = new Compasso(precos.size());
        long certo = precos.stream().mapToLong(Long::longValue).min().orElseThrow();
        List<Object> vistos = new ArrayList<>();
        do {
            vistos.add(buscador.menor(precos.stream().map(preco -> buscador.fornecedor(compasso, preco)).toList()));
        } while (vistos.size() < RODADAS && vistos.getLast().equals(certo));
        return vistos;
    }

    private Object fornecedor(Compasso compasso, long preco) {
        return Proxy.newProxyInstance(copia.getClassLoader(), new Class<?>[] {fornecedor}, (este, metodo, argumentos) -> switch (metodo.getName()) {
            case "precoEmCentavos" -> {
                compasso.esperar();
                yield preco;
            }
            // O código do aluno pode guardar os fornecedores num mapa.
            case "hashCode" -> System.identityHashCode(este);
            case "equals" -> este == argumentos[0];
            default -> "De " + preco;
        });
    }

    private Object menor(List<Object> fornecedores) throws Exception {
        Method buscar = copia.getMethod("menorPreco", String.class, List.class, Duration.class);
        try {
            var oferta = (Optional<?>) buscar.invoke(copia.getConstructor().newInstance(), "mel", fornecedores, FOLGADO);
            return oferta.isEmpty() ? "vazio" : oferta.get().getClass().getMethod("centavos").invoke(oferta.get());
        } catch (InvocationTargetException e) {
            return Cliente.lancar(e.getCause());
        }
    }
}
