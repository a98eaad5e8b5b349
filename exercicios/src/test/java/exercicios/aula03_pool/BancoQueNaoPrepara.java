package exercicios.aula03_pool;

import curso.bancada.servicos.Banco;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/// O banco do teste, cujas conexões passam a falhar em `prepareStatement`: o erro entre pegar a conexão e ter um comando.
final class BancoQueNaoPrepara extends BancoPaciente {

    private static final long serialVersionUID = 1L;

    private volatile boolean recusa;

    BancoQueNaoPrepara(Banco banco) {
        super(banco);
    }

    void recusarDaquiEmDiante() {
        recusa = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var conexao = super.getConnection();
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                (_, metodo, argumentos) -> chamar(conexao, metodo, argumentos));
    }

    private Object chamar(Connection conexao, Method metodo, Object[] argumentos) throws Throwable {
        if (recusa && metodo.getName().equals("prepareStatement")) {
            throw new SQLException("o comando não pôde ser preparado", "26000");
        }
        try {
            return metodo.invoke(conexao, argumentos);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
