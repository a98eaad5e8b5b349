package exercicios.aula05_consultas;

import curso.bancada.correcao.FalhaExplicada;
import curso.bancada.correcao.Mensagem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// Um `DataSource` que conta as linhas lidas pela aplicação e as conexões que ficaram abertas, e interrompe quem passa do limite de consultas.
///
/// Conta-se cada `ResultSet.next()` que deu `true`: é a linha que a aplicação recebeu e percorreu.
final class BancoObservado {
    private static final Set<Class<?>> EMBRULHADOS =
            Set.of(Connection.class, Statement.class, PreparedStatement.class, ResultSet.class);

    private final AtomicLong linhas = new AtomicLong();
    private final List<Connection> conexoes = new CopyOnWriteArrayList<>();
    private final AtomicLong consultas = new AtomicLong();
    private final long maximo;
    private final DataSource dataSource;

    private BancoObservado(DataSource original, long maximo) {
        this.maximo = maximo;
        this.dataSource = embrulhar(DataSource.class, original);
    }

    static BancoObservado sobre(DataSource original) {
        return new BancoObservado(original, Long.MAX_VALUE);
    }

    /// Na consulta seguinte à de número `maximo`, lança [FalhaExplicada]: não se espera o fim de 70 mil consultas.
    static BancoObservado comNoMaximo(long maximo, DataSource original) {
        return new BancoObservado(original, maximo);
    }

    DataSource dataSource() {
        return dataSource;
    }

    long linhasLidas() {
        return linhas.get();
    }

    /// Quantas das conexões pedidas continuam abertas.
    long conexoesAbertas() throws SQLException {
        long abertas = 0;
        for (var conexao : conexoes) {
            abertas += conexao.isClosed() ? 0 : 1;
        }
        return abertas;
    }

    private <T> T embrulhar(Class<T> tipo, Object alvo) {
        return tipo.cast(Proxy.newProxyInstance(BancoObservado.class.getClassLoader(), new Class<?>[] {tipo},
                (proxy, metodo, argumentos) -> chamar(alvo, metodo, argumentos)));
    }

    private Object chamar(Object alvo, Method metodo, Object[] argumentos) throws Throwable {
        if (metodo.getName().startsWith("execute") && consultas.incrementAndGet() > maximo) {
            throw passouDoLimite();
        }
        Object devolvido;
        try {
            devolvido = metodo.invoke(alvo, argumentos);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (metodo.getName().equals("next") && alvo instanceof ResultSet && Boolean.TRUE.equals(devolvido)) {
            linhas.incrementAndGet();
        }
        if (alvo instanceof DataSource && devolvido instanceof Connection conexao) {
            conexoes.add(conexao);
        }
        Class<?> tipo = metodo.getReturnType();
        return devolvido != null && EMBRULHADOS.contains(tipo) ? embrulhar(tipo, devolvido) : devolvido;
    }

    private FalhaExplicada passouDoLimite() {
        return Mensagem.esperado("no máximo " + maximo + " consultas")
                .visto("o código pediu a de número " + (maximo + 1))
                .causaProvavel("há uma consulta dentro de um laço, ou uma para cada coleção (autores, posts, curtidas, comentários)")
                .proximoPasso("leia «N+1» em teoria/05-consultas.md; peça todos os autores de uma vez, e as contagens junto com os posts")
                .falha();
    }
}
