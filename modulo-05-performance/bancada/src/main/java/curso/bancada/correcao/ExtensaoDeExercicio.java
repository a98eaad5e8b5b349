package curso.bancada.correcao;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.FalhaDeServico;
import curso.bancada.servicos.Mensageria;
import curso.bancada.servicos.Postgres;
import curso.bancada.servicos.Redis;
import curso.bancada.servicos.Servicos;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Dá a cada teste de exercício a sua thread, o seu prazo, os seus serviços e uma mensagem clara no fim.
public final class ExtensaoDeExercicio implements InvocationInterceptor, ParameterResolver {

    private static final ExtensionContext.Namespace LUGAR = ExtensionContext.Namespace.create(ExtensaoDeExercicio.class);
    private static final Set<Class<?>> FORNECIDOS =
            Set.of(Servicos.class, Postgres.class, Banco.class, Redis.class, Mensageria.class);

    @Override
    public void interceptTestMethod(Invocation<Void> chamada, ReflectiveInvocationContext<Method> metodo,
            ExtensionContext contexto) throws Throwable {
        julgar(chamada, contexto);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> chamada, ReflectiveInvocationContext<Method> metodo,
            ExtensionContext contexto) throws Throwable {
        julgar(chamada, contexto);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> chamada, ReflectiveInvocationContext<Method> metodo,
            ExtensionContext contexto) throws Throwable {
        julgar(chamada, contexto);
    }

    private static void julgar(Invocation<Void> chamada, ExtensionContext contexto) throws Throwable {
        TesteDeExercicio declarado = contexto.getRequiredTestClass().getAnnotation(TesteDeExercicio.class);
        Exercicio.esquecer(declarado.value());
        SaidaProibida.retirar();
        Throwable falha = null;
        try {
            ExecucaoComPrazo.rodar(contexto.getRequiredTestMethod().getName(), prazo(contexto, declarado), chamada::proceed);
        } catch (Throwable t) {
            falha = t;
        }
        if (Exercicio.chamado(declarado.value())) {
            throw new ExercicioAFazer(declarado.value());
        }
        Optional<Throwable> explicada = FalhaDoAluno.explicar(falha, postgresUsado(contexto));
        if (explicada.isPresent()) {
            throw explicada.get();
        }
    }

    private static Duration prazo(ExtensionContext contexto, TesteDeExercicio declarado) {
        Prazo doMetodo = contexto.getRequiredTestMethod().getAnnotation(Prazo.class);
        return Duration.ofSeconds(doMetodo == null ? declarado.prazoEmSegundos() : doMetodo.segundos());
    }

    @Override
    public boolean supportsParameter(ParameterContext parametro, ExtensionContext contexto) {
        return FORNECIDOS.contains(parametro.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parametro, ExtensionContext contexto) {
        try {
            return fornecer(parametro, contexto);
        } catch (FalhaDeServico e) {
            throw new FalhaDaMaquina("O teste precisa de um serviço que não pôde ser aberto: " + e.getMessage(), e);
        }
    }

    private static Object fornecer(ParameterContext parametro, ExtensionContext contexto) {
        Class<?> tipo = parametro.getParameter().getType();
        Servicos servicos = ServicosDaJvm.abertos();
        if (tipo == Servicos.class) {
            return servicos;
        } else if (tipo == Redis.class) {
            return servicos.redis();
        } else if (tipo == Mensageria.class) {
            return servicos.mensageria();
        }
        Postgres postgres = servicos.postgres();
        contexto.getStore(LUGAR).put(Postgres.class, postgres);
        if (tipo == Postgres.class) {
            return postgres;
        }
        BancoDoTeste banco = new BancoDoTeste(postgres.novoBanco());
        contexto.getStore(LUGAR).put(parametro.getIndex(), banco);
        return banco.banco();
    }

    private static Optional<Postgres> postgresUsado(ExtensionContext contexto) {
        return Optional.ofNullable(contexto.getStore(LUGAR).get(Postgres.class, Postgres.class));
    }

    /// O JUnit fecha o que está guardado quando o teste acaba; fechar um banco morto não pode esconder a falha.
    private record BancoDoTeste(Banco banco) implements AutoCloseable {
        @Override
        public void close() {
            try {
                banco.close();
            } catch (RuntimeException e) {
                System.err.println("aviso: o banco " + banco.nome() + " não pôde ser apagado: " + e.getMessage());
            }
        }
    }
}
