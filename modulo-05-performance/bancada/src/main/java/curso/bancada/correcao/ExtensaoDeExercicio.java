package curso.bancada.correcao;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.FalhaDeServico;
import curso.bancada.servicos.Mensageria;
import curso.bancada.servicos.Postgres;
import curso.bancada.servicos.Redis;
import curso.bancada.servicos.Servicos;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
    public <T> T interceptTestClassConstructor(Invocation<T> chamada, ReflectiveInvocationContext<Constructor<T>> construtor,
            ExtensionContext contexto) throws Throwable {
        // A classe de teste cria o objeto do aluno num campo: o construtor dele também pode travar.
        AtomicReference<T> criado = new AtomicReference<>();
        TravadosEmSeguida.em(contexto).desistirSeBastam();
        julgar(() -> criado.set(chamada.proceed()), contexto);
        return criado.get();
    }

    @Override
    public void interceptTestMethod(Invocation<Void> chamada, ReflectiveInvocationContext<Method> metodo,
            ExtensionContext contexto) throws Throwable {
        julgarTeste(chamada, contexto);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> chamada, ReflectiveInvocationContext<Method> metodo,
            ExtensionContext contexto) throws Throwable {
        julgarTeste(chamada, contexto);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> chamada, ReflectiveInvocationContext<Method> metodo,
            ExtensionContext contexto) throws Throwable {
        julgar(chamada::proceed, contexto);
    }

    private static void julgarTeste(Invocation<Void> chamada, ExtensionContext contexto) throws Throwable {
        TravadosEmSeguida travados = TravadosEmSeguida.em(contexto);
        travados.desistirSeBastam();
        julgar(chamada::proceed, contexto);
        travados.anotar(null);
    }

    private static void julgar(ExecucaoComPrazo.Corpo corpo, ExtensionContext contexto) throws Throwable {
        TesteDeExercicio declarado = contexto.getRequiredTestClass().getAnnotation(TesteDeExercicio.class);
        Exercicio.esquecer(declarado.value());
        SaidaProibida.retirar();
        Throwable falha = null;
        try {
            ExecucaoComPrazo.rodar(contexto.getTestMethod().map(Method::getName).orElse("construtor"),
                    prazo(contexto, declarado), corpo);
        } catch (Throwable t) {
            falha = t;
        }
        if (Exercicio.chamado(declarado.value())) {
            throw new ExercicioAFazer(declarado.value());
        }
        Optional<Throwable> explicada = FalhaDoAluno.explicar(falha, postgresUsado(contexto));
        if (explicada.isPresent()) {
            TravadosEmSeguida.em(contexto).anotar(explicada.get());
            throw explicada.get();
        }
    }

    private static Duration prazo(ExtensionContext contexto, TesteDeExercicio declarado) {
        Optional<Prazo> doMetodo = contexto.getTestMethod().map(metodo -> metodo.getAnnotation(Prazo.class));
        return Duration.ofSeconds(doMetodo.map(Prazo::segundos).orElse(declarado.prazoEmSegundos()));
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
            if (postgresUsado(contexto).filter(postgres -> !postgres.vivo()).isPresent()) {
                throw FalhaDoAluno.bancoCaiu(e);
            }
            String oQueHouve = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new FalhaDaMaquina("O teste precisa de um serviço que não pôde ser aberto: " + oQueHouve, e.proximoPasso(), e);
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

    /// O JUnit fecha o que está guardado quando o teste acaba.
    private record BancoDoTeste(Banco banco) implements AutoCloseable {
        @Override
        public void close() {
            ServicosDaJvm.devolver(banco);
        }
    }
}
